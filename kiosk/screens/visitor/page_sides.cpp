#include "screens/visitor/page_sides.h"
#include "content/offers.h"
#include "screens/parts/parts.h"

#include <algorithm>

namespace kiosk::screens {

Side side_of(Frame const& frame, visit::State const& state)
{
    if (!ends_with_code(frame.content(), state)) return {};
    auto card = card_here(frame, "page.take");
    return card.channel ? Side{std::move(card)} : Side{};
}

std::vector<Contact> contacts_of(Frame& frame, content::Page const& page, Side const& side, float scale)
{
    std::vector<Contact> contacts;
    for (auto const& id : page.channels) {
        auto const* channel = frame.content().reporting.channel(id);
        if (channel) channel = &content::usable_here(frame.content().reporting, *channel);
        // The contact that is shown as a QR code is not listed again.
        if (!channel || (side.code && side.code->channel == channel)) continue;
        auto lines = contact_lines(frame, *channel,
                                   {.id = "page.contact." + channel->id,
                                    .name = ui::TextStep::reading,
                                    .text = ui::TextStep::small,
                                    .scale = scale});
        contacts.push_back({std::move(lines.reach), std::move(lines.terms)});
    }
    return contacts;
}

namespace {

constexpr float kPlateMargin = 14; // [units], above and below the lines of a contact
constexpr float kLineGap = 4;

// The columns of a plate, [px]: two where each has room for a dozen words of a side remark, else one of all lines.
struct PlateColumns {
    Rect reach, terms;
    bool beside = false;
};

PlateColumns plate_columns(Frame const& frame, Rect const& plate, Contact const& contact)
{
    auto const& layout = frame.layout();
    auto const inside = plate.inset(layout.units(24), layout.units(kPlateMargin));
    auto const gap = layout.units(40);
    auto const enough = layout.text(ui::TextStep::reading) * 15;
    auto const half = cell(inside, 0, 2, gap);
    if (contact.terms.empty() || half.width < enough) return {inside, inside, false};
    return {half, cell(inside, 1, 2, gap), true};
}

std::vector<ui::TextBlock> all_lines(Contact const& contact)
{
    auto lines = contact.reach;
    lines.insert(lines.end(), contact.terms.begin(), contact.terms.end());
    return lines;
}

float lines_height(Frame& frame, float width, std::vector<ui::TextBlock> const& lines)
{
    auto const gap = frame.layout().units(kLineGap);
    float height = -gap;
    for (auto const& line : lines) height += ui::text_height(frame.canvas(), width, line) + gap;
    return height;
}

float contact_height(Frame& frame, float width, Contact const& contact)
{
    auto const columns = plate_columns(frame, {0, 0, width, 0}, contact);
    auto const lines = columns.beside ? std::max(lines_height(frame, columns.reach.width, contact.reach),
                                                 lines_height(frame, columns.terms.width, contact.terms))
                                      : lines_height(frame, columns.reach.width, all_lines(contact));
    return 2 * frame.layout().units(kPlateMargin) + lines;
}

// Side by side where each keeps a column that breaks no words; else one below the other.
int contact_columns(Frame const& frame, float width, std::vector<Contact> const& contacts)
{
    auto const count = static_cast<int>(contacts.size());
    auto const& layout = frame.layout();
    auto const narrowest = layout.text(ui::TextStep::reading) * 15;
    for (int columns = std::min(3, count); columns > 1; --columns)
        if (cell({0, 0, width, 0}, 0, columns, layout.gap()).width >= narrowest) return columns;
    return 1;
}

// The highest of a row makes it.
float contact_row_height(Frame& frame, float width, std::vector<Contact> const& contacts, int first, int columns)
{
    auto const each = cell({0, 0, width, 0}, 0, columns, frame.layout().gap()).width;
    float height = 0;
    for (int i = first; i < std::min(first + columns, static_cast<int>(contacts.size())); ++i)
        height = std::max(height, contact_height(frame, each, contacts[static_cast<std::size_t>(i)]));
    return height;
}

void draw_lines(Frame& frame, Rect const& plate, Contact const& contact)
{
    auto const gap = frame.layout().units(kLineGap);
    auto const columns = plate_columns(frame, plate, contact);
    ui::text_column(frame.canvas(), columns.reach, columns.beside ? contact.reach : all_lines(contact), gap);
    if (columns.beside) ui::text_column(frame.canvas(), columns.terms, contact.terms, gap);
}

} // namespace

float contacts_height(Frame& frame, float width, std::vector<Contact> const& contacts)
{
    auto const columns = contact_columns(frame, width, contacts);
    float height = 0;
    for (int i = 0; i < static_cast<int>(contacts.size()); i += columns)
        height += contact_row_height(frame, width, contacts, i, columns) + frame.layout().units(14);
    return height;
}

void draw_contacts(Frame& frame, Rect area, std::vector<Contact> const& contacts)
{
    auto const& layout = frame.layout();
    auto const columns = contact_columns(frame, area.width, contacts);
    Rect row;
    for (int i = 0; i < static_cast<int>(contacts.size()); ++i) {
        if (i % columns == 0)
            row = cut_top(area, contact_row_height(frame, area.width, contacts, i, columns), layout.units(14));
        auto const place = cell(row, i % columns, columns, layout.gap());
        // Nothing to touch: a plain plate, not a button's colour.
        ui::NodeGroup const group(frame.canvas());
        ui::plate(frame.canvas(), place);
        draw_lines(frame, place, contacts[static_cast<std::size_t>(i)]);
    }
}

} // namespace kiosk::screens
