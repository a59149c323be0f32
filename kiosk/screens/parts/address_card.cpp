#include "screens/parts/address_card.h"
#include "content/offers.h"
#include "screens/parts/contact.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

std::vector<ui::TextBlock>::iterator address_in(std::vector<ui::TextBlock>& lines, AddressCard const& card)
{
    return std::find_if(lines.begin(), lines.end(),
                        [&](ui::TextBlock const& line) { return line.id == card.id + ".address"; });
}

bool breaks(Frame& frame, float width, ui::TextBlock const& words)
{
    constexpr float kEndless = 1e6F;
    return ui::text_height(frame.canvas(), width, words) > 1.5F * ui::text_height(frame.canvas(), kEndless, words);
}

// An address is typed letter by letter: rather smaller letters than two lines, but for those who asked for large ones.
std::vector<ui::TextBlock> card_lines(Frame& frame, float width, AddressCard const& card)
{
    std::vector<ui::TextBlock> blocks{{card.id + ".heading", card.heading, ui::TextStep::reading, ui::Face::semibold,
                                       ui::Ink::text, ui::Role::heading, 1.3F},
                                      {card.id + ".name", frame.in_language(card.channel->words).name,
                                       ui::TextStep::reading, ui::Face::regular, ui::Ink::text, ui::Role::text, 1.3F},
                                      {card.id + ".address", spoken_address(card.channel->address(frame.language())),
                                       ui::TextStep::lead, ui::Face::semibold, ui::Ink::accent, ui::Role::text, 1.3F},
                                      {card.id + ".languages", languages_words(frame, *card.channel),
                                       ui::TextStep::small, ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.3F}};
    std::erase_if(blocks, [](ui::TextBlock const& block) { return block.text.empty(); });
    auto const address = address_in(blocks, card);
    if (address != blocks.end() && !frame.layout().large_text() && breaks(frame, width, *address))
        address->step = ui::TextStep::reading;
    return blocks;
}

float column_height(Frame& frame, float width, std::vector<ui::TextBlock> const& blocks, float gap)
{
    float height = 0;
    for (auto const& block : blocks) height += ui::text_height(frame.canvas(), width, block) + gap;
    return std::max(0.F, height - gap);
}

// An address that would break beside the code stands below both, over the whole card.
struct CardWords {
    std::vector<ui::TextBlock> column, below;
};

CardWords card_words(Frame& frame, float column, float inside, AddressCard const& card)
{
    CardWords words{card_lines(frame, column, card), {}};
    auto const address = address_in(words.column, card);
    if (address == words.column.end() || column >= inside) return words;
    if (!breaks(frame, column, *address) || breaks(frame, inside, *address)) return words;
    words.below.push_back(*address);
    words.column.erase(address);
    return words;
}

struct CardForm {
    float pad = 0, gap = 0, side = 0, line_gap = 0;
    bool beside = false; // the words beside the code
};

CardForm form_of(Frame const& frame, float width, AddressCard const& card)
{
    auto const& layout = frame.layout();
    CardForm form;
    form.pad = layout.units(layout.low() ? 18 : 28);
    form.gap = layout.units(28);
    form.line_gap = layout.units(8);
    form.side = std::max(ui::code_side(card.channel->address(frame.language()), layout.least_code()), card.least_code);
    // A column narrower than this breaks addresses.
    form.beside = width - 2 * form.pad - form.side - form.gap >= layout.text(ui::TextStep::lead) * 9;
    return form;
}

float below_height(Frame& frame, float inside, CardWords const& words, CardForm const& form)
{
    return words.below.empty() ? 0 : column_height(frame, inside, words.below, form.line_gap) + form.line_gap;
}

} // namespace

float address_card_height(Frame& frame, float width, AddressCard const& card)
{
    auto const form = form_of(frame, width, card);
    auto const inside = width - 2 * form.pad;
    auto const column = form.beside ? inside - form.side - form.gap : inside;
    auto const lines = card_words(frame, column, inside, card);
    auto const words = column_height(frame, column, lines.column, form.line_gap);
    return (form.beside ? std::max(form.side, words) : form.side + form.gap + words) +
           below_height(frame, inside, lines, form) + 2 * form.pad;
}

float scrolled_card_height(Frame& frame, Rect const& place, AddressCard const& card)
{
    constexpr float kOfPanel = 0.64F;
    auto const most = std::min(place.height, std::round(frame.layout().screen().height * kOfPanel));
    return std::max(most, address_card_height(frame, place.width, card));
}

namespace {

// How the card is filled: its code as large as there is room, as long as the words keep theirs.
CardForm filled_form(Frame& frame, Size inside, AddressCard const& card, CardForm form)
{
    auto const words_height = [&](float width) {
        auto const words = card_words(frame, width, inside.width, card);
        return column_height(frame, width, words.column, form.line_gap) +
               below_height(frame, inside.width, words, form);
    };
    // A larger code leaves a narrower column, in which the address may break.
    auto const below_at = [&](float side) {
        auto const words = card_words(frame, inside.width - side - form.gap, inside.width, card);
        return below_height(frame, inside.width, words, form);
    };
    auto beside = std::max(form.side, std::min(inside.height - below_at(form.side), inside.width * 0.42F));
    beside = std::max(form.side, std::min(beside, inside.height - below_at(beside)));
    // Where the plate is high the code stands above the words, and is larger there.
    auto const above = std::min(inside.width, inside.height - words_height(inside.width) - form.gap);
    form.beside = form.beside && above < 1.25F * beside;
    if (!form.beside)
        form.side = std::max(form.side, above);
    else if (words_height(inside.width - beside - form.gap) <= inside.height)
        form.side = beside;
    return form;
}

} // namespace

float address_card_code(Frame& frame, Size const& size, AddressCard const& card)
{
    auto const form = form_of(frame, size.width, card);
    return filled_form(frame, {size.width - 2 * form.pad, size.height - 2 * form.pad}, card, form).side;
}

void draw_address_card(Frame& frame, Rect area, AddressCard const& card)
{
    auto& canvas = frame.canvas();
    // To the pixel: a code with one less has smaller modules.
    if (area.height < address_card_height(frame, area.width, card)) canvas.report_overflow();
    auto form = form_of(frame, area.width, card);
    ui::NodeGroup const group(canvas);
    ui::plate(canvas, area);
    area = area.inset(form.pad, form.pad);
    form = filled_form(frame, {area.width, area.height}, card, form);
    if (card.most_code > 0) form.side = std::min(form.side, card.most_code);
    auto const inside = area.width;
    auto const column = form.beside ? inside - form.side - form.gap : inside;
    auto const words = card_words(frame, column, inside, card);
    if (!words.below.empty())
        ui::text_column(canvas,
                        cut_bottom(area, below_height(frame, inside, words, form) - form.line_gap, form.line_gap),
                        words.below, form.line_gap);
    auto const address = card.channel->address(frame.language());
    auto const square = form.beside ? cut_left(area, form.side, form.gap) : cut_top(area, form.side, form.gap);
    auto const down = form.beside ? std::max(0.F, (square.height - form.side) / 2) : 0.F;
    ui::code(canvas, {square.x, square.y + down, form.side, std::min(form.side, square.height)}, card.id + ".code",
             address);
    if (form.beside) {
        auto const height = column_height(frame, area.width, words.column, form.line_gap);
        area.y += std::max(0.F, std::round((area.height - height) / 2));
        area.height = std::max(0.F, std::min(area.height, height + 1));
    }
    ui::text_column(canvas, area, words.column, form.line_gap);
}

content::Channel const* channel_here(content::Content const& content)
{
    auto const& home = content.reporting.home;
    for (auto const& offer : content::offers(content.reporting, {home, home}))
        if (!offer.channel->url.empty()) return offer.channel;
    return nullptr;
}

AddressCard card_here(Frame const& frame, std::string id)
{
    auto const place = frame.place_name(frame.content().reporting.home);
    return {std::move(id), frame.words("report.take_here", {{"place", place}}), channel_here(frame.content())};
}

} // namespace kiosk::screens
