"""What people see and touch. A screen shows the assessment and reports what was touched; it decides nothing."""
