"""From the drawings of the body to pictures that can be shown and outlines that can be touched.

`scan` bounds what a drawing may contain, `outlines` holds the touchable shapes, `build` renders the pictures
when a drawing was edited, `stored` reads what it wrote, and `pictures` is what the running program loads: one of two
figures (`views`) at a time. The program itself never renders a drawing.
"""
