// Things below one another on a page of the staff: words, buttons, rows. What goes beyond the room says so, and the
// page then scrolls. Private to screens/.
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
    // Room of its own, over the width.
    Rect row(float height);
    void space(float units);
    Rect const& left() const { return left_; }

private:
    void block(ui::TextBlock const& block, float gap);

    Frame& frame_;
    Rect area_, left_;
};

// A value between "less" and "more": what it is, how it stands now, and the two actions.
struct Stepper {
    std::string id, label, value, less, more; // less and more as speech says them
    visit::Action down, up;
};
float stepper_height(Frame& frame);
void draw_stepper(Frame& frame, Rect const& rect, Stepper const& stepper);
// As many to a row as there is room for.
void draw_steppers(Frame& frame, StaffColumn& column, std::vector<Stepper> const& steppers);

// The page's plate, and its two halves side by side where there is room, else the whole twice.
struct Halves {
    Rect first, second;
    bool beside = false;
};
Halves staff_halves(Frame& frame, float first_share);

} // namespace kiosk::screens
