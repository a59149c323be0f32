// Buttons of equal width, with letters of one size, in as few rows as possible, with every label whole: rows of one
// button are as high as its words need. Private to screens/.
#pragma once
#include "screens/parts/frame.h"

namespace kiosk::screens {

struct RowButton {
    ui::Button button;
    visit::Action action;
};

class ButtonRows {
public:
    ButtonRows(Frame& frame, std::vector<RowButton> buttons, float row_height, int most_columns = 99);

    float height(float width) const;
    // From the top of the area, over its width.
    void draw(Rect const& area) const;

private:
    int columns(float width) const;
    float row_height(float width, int columns) const;

    Frame& frame_;
    std::vector<RowButton> buttons_;
    float row_height_;
    int most_columns_;
};

} // namespace kiosk::screens
