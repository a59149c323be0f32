// A column of texts, buttons and rows on a page for staff. What does not fit is counted as a misfit, and the page then
// scrolls. Private to screens/.
#pragma once
#include "screens/parts/button_rows.h"
#include "screens/staff/parts.h"

namespace kiosk::screens {

class StaffColumn {
public:
    StaffColumn(Frame& frame, Rect const& area) : frame_(frame), area_(area), left_(area) {}

    void heading(std::string const& id, std::string const& text);
    void text(std::string const& id, std::string const& text, ui::Ink ink = ui::Ink::text);
    void note(std::string const& id, std::string const& text); // smaller, quieter
    void button(ui::Button const& button, visit::Action const& action);
    void buttons(std::vector<RowButton> buttons, int most_columns = 99);
    // Takes a row of this height, [px], over the whole width.
    Rect row(float height);
    void space(float units);                   // design units
    Rect const& left() const { return left_; } // what is free

private:
    void block(ui::TextBlock const& block, float gap);

    Frame& frame_;
    Rect area_, left_;
};

// A value with a button for less and one for more.
struct Stepper {
    std::string id, label, value, less, more; // less and more: accessible names of the two buttons
    visit::Action down, up;
};
float stepper_height(Frame& frame);
void draw_stepper(Frame& frame, Rect const& rect, Stepper const& stepper);
// As many to a row as there is room for.
void draw_steppers(Frame& frame, StaffColumn& column, std::vector<Stepper> const& steppers);

// Draws the plate of the page and divides it in two; where there is no room for that, both parts are the whole.
struct Halves {
    Rect first, second;
    bool beside = false;
};
Halves staff_halves(Frame& frame, float first_share);

} // namespace kiosk::screens
