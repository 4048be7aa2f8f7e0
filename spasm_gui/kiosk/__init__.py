"""A program that nobody minds: start-over when people leave, the whole screen, and the clinic's own words.

`config` reads what the clinic set and needs no display; the rest are small parts that `kiosk` puts together.
"""
