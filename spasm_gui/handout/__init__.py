"""What the visitor takes along: contents in plain values, and the page, file, print-out and square made of them."""
