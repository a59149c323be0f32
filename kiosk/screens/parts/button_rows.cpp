#include "screens/parts/button_rows.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

ButtonRows::ButtonRows(Frame& frame, std::vector<RowButton> buttons, float row_height, int most_columns)
    : frame_(frame),
      buttons_(std::move(buttons)),
      row_height_(row_height),
      most_columns_(most_columns)
{
}

int ButtonRows::columns(float width) const
{
    auto const count = static_cast<int>(buttons_.size());
    auto const gap = frame_.layout().gap();
    for (int columns = std::min(count, most_columns_); columns > 1; --columns) {
        Size const room{cell({0, 0, width, row_height_}, 0, columns, gap).width, row_height_};
        bool const fit = std::all_of(buttons_.begin(), buttons_.end(), [&](RowButton const& entry) {
            return ui::button_fits(frame_.canvas(), room, entry.button);
        });
        if (!fit || room.width < frame_.layout().target()) continue;
        // As even as the number of rows allows: four in two rows are two and two.
        auto const rows = (count + columns - 1) / columns;
        return (count + rows - 1) / rows;
    }
    return 1;
}

// One below the other they are as high as their words need.
float ButtonRows::row_height(float width, int columns) const
{
    auto height = row_height_;
    if (columns == 1)
        for (auto const& entry : buttons_)
            height = std::max(height, ui::button_height(frame_.canvas(), width, entry.button));
    return height;
}

float ButtonRows::height(float width) const
{
    if (buttons_.empty()) return 0;
    auto const each = columns(width);
    auto const rows = (static_cast<int>(buttons_.size()) + each - 1) / each;
    return static_cast<float>(rows) * (row_height(width, each) + frame_.layout().gap()) - frame_.layout().gap();
}

void ButtonRows::draw(Rect const& area) const
{
    if (buttons_.empty()) return;
    auto const each = columns(area.width);
    auto const gap = frame_.layout().gap();
    auto const count = static_cast<int>(buttons_.size());
    auto const rows = (count + each - 1) / each;
    auto const place_of = [&](int i) {
        auto const row = cell_down(area, i / each, rows, gap);
        // The last row may be shorter; its buttons fill it.
        auto const in_row = std::min(each, count - i / each * each);
        return cell(row, i % each, in_row, gap);
    };
    auto entries = buttons_;
    auto const room_of = [&](int i) { return Size{place_of(i).width, place_of(i).height}; };
    auto size = frame_.layout().text(ui::TextStep::reading);
    for (int i = 0; i < count; ++i)
        size = std::min(
            size, ui::button_label_size(frame_.canvas(), room_of(i), entries[static_cast<std::size_t>(i)].button));
    // Neighbours have letters of one size, but for a word that would be cut; and icons all, or none.
    bool icons = true;
    for (int i = 0; i < count; ++i) {
        auto& button = entries[static_cast<std::size_t>(i)].button;
        button.most = std::max(size, frame_.layout().least_label(button.step));
        icons = icons && ui::button_keeps_icons(frame_.canvas(), room_of(i), button);
    }
    ui::NodeGroup const group(frame_.canvas());
    for (int i = 0; i < count; ++i) {
        auto& entry = entries[static_cast<std::size_t>(i)];
        if (!icons) entry.button.icon.clear();
        if (ui::button(frame_.canvas(), place_of(i), entry.button)) frame_.emit(entry.action);
    }
}

} // namespace kiosk::screens
