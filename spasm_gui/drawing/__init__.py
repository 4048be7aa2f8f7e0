"""From `assets/body_map.svg` to pictures that can be shown and outlines that can be touched.

`scan` bounds what a drawing may contain, `outlines` holds the touchable shapes, `build` renders the pictures
when the drawing was edited, and `pictures` is what the running program loads. The program itself never
renders the drawing.
"""
