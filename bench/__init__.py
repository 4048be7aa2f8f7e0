"""Measurements. Speed is shown here as ratios from one run, and never asserted in a test."""
