// A page of a campaign or a guide: picture and words, where one is, the sources one touch away.
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/page_points.h"
#include "screens/visitor/page_sides.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::Page;
using content::PageLayout;
using content::Series;

ui::TextBlock text_of(std::string id, std::string const& text, float scale)
{
    ui::TextBlock block{std::move(id), text};
    block.scale = scale;
    return block;
}

// The `from`-th paragraph and those after it, before the `end`-th. Takes their height from the area.
void draw_paragraphs(Frame& frame, Rect& area, Page const& page, float scale, std::size_t from, std::size_t end)
{
    auto const& paragraphs = frame.in_language(page.words).text;
    for (auto i = from; i < std::min(end, paragraphs.size()); ++i) {
        auto const used =
            ui::text_block(frame.canvas(), area, text_of("page.text." + std::to_string(i + 1), paragraphs[i], scale));
        cut_top(area, used, frame.layout().units(18));
    }
}

// Returns where it ends, [px].
float draw_text(Frame& frame, Rect area, Page const& page, float scale, std::size_t from = 0)
{
    draw_paragraphs(frame, area, page, scale, from, frame.in_language(page.words).text.size());
    draw_points(frame, area, page, scale);
    return area.y;
}

// The plates of contacts stand by themselves, not on the last line.
float contacts_gap(ui::Layout const& layout) { return layout.units(24); }

// Height of title, text, points and contacts at a width.
float words_height(Frame& frame, float width, Page const& page, std::vector<Contact> const& contacts, float scale)
{
    auto const& layout = frame.layout();
    auto const& words = frame.in_language(page.words);
    ui::TextBlock const title{
        "",    words.title,       ui::TextStep::headline, ui::Face::statement, ui::Ink::text, ui::Role::heading,
        1.25F, ui::Wrap::balanced};
    auto height = ui::text_height(frame.canvas(), width, title) + layout.units(24);
    for (auto const& paragraph : words.text)
        height += ui::text_height(frame.canvas(), width, text_of("", paragraph, scale)) + layout.units(18);
    height += points_height(frame, width, page, scale);
    if (!contacts.empty()) height += contacts_gap(layout) + contacts_height(frame, width, contacts);
    return height;
}

// Of letters; all pages of a series have the same, so that turning a page changes no size. A page that does not fit at
// the least of them scrolls.
constexpr float kSmallest = 0.8F;

float fitting_scale(Frame& frame, Size room, Page const& page, Side const& side, float largest)
{
    constexpr float kStepDown = 0.05F;
    auto scale = largest;
    while (scale > kSmallest &&
           words_height(frame, room.width, page, contacts_of(frame, page, side, scale), scale) > room.height)
        scale -= kStepDown;
    return std::max(scale, kSmallest);
}

ui::TextBlock series_name(Frame const& frame, Series const& series)
{
    return {"page.series",
            frame.in_language(series.headings).title,
            ui::TextStep::small,
            ui::Face::semibold,
            ui::Ink::quiet,
            ui::Role::text,
            1.35F};
}

// Above the title: which series the page belongs to.
float series_height(Frame& frame, float width, Series const& series)
{
    return ui::text_height(frame.canvas(), width, series_name(frame, series)) + frame.layout().units(12);
}

// What a page is drawn from.
struct PageView {
    Series const& series;
    Page const& page;
    Side const& side;
    float scale; // of its letters
};

// Of its words with the name of the series.
float whole_height(Frame& frame, float width, PageView const& view)
{
    auto const contacts = contacts_of(frame, view.page, view.side, view.scale);
    return series_height(frame, width, view.series) + words_height(frame, width, view.page, contacts, view.scale);
}

// Where the words of a page that scrolls push every number out of sight. Measured, not where it is scrolled to: it
// stays.
bool are_contacts_first(Frame& frame, float width, PageView const& view)
{
    constexpr float kMostWords = 0.4F; // of the panel's height
    return is_scrolled(frame) &&
           words_height(frame, width, view.page, {}, view.scale) > frame.layout().screen().height * kMostWords;
}

void draw_words(Frame& frame, Rect area, PageView const& view)
{
    auto const& words = frame.in_language(view.page.words);
    auto const contacts = contacts_of(frame, view.page, view.side, view.scale);
    cut_top(area, ui::text_block(frame.canvas(), area, series_name(frame, view.series)), frame.layout().units(12));
    if (words_height(frame, area.width, view.page, contacts, view.scale) > area.height + 1)
        frame.canvas().report_overflow();
    // As high as it was measured: below a picture that takes all other room, a share of what is left would be too low
    // for it.
    cut_top(area, ui::heading(frame.canvas(), area, "page.title", words.title), frame.layout().units(24));
    if (contacts.empty()) {
        draw_text(frame, area, view.page, view.scale);
        return;
    }
    auto const plates = contacts_height(frame, area.width, contacts);
    auto const gap = contacts_gap(frame.layout());
    if (are_contacts_first(frame, area.width, view)) {
        // What they are for is said before them, if it is said in a paragraph of its own.
        std::size_t const before = words.text.size() > 1 ? 1 : 0;
        draw_paragraphs(frame, area, view.page, view.scale, 0, before);
        draw_contacts(frame, cut_top(area, plates, gap), contacts);
        draw_text(frame, area, view.page, view.scale, before);
        return;
    }
    // At the foot; on a page that scrolls right below the words, so that no gap hides them.
    auto place = area;
    auto const at_foot = cut_bottom(place, plates, gap);
    auto const end = draw_text(frame, place, view.page, view.scale);
    draw_contacts(frame, is_scrolled(frame) ? Rect{area.x, end + gap, area.width, plates} : at_foot, contacts);
}

// The place that a page is about, with its text alternative.
void draw_page_place(Frame& frame, Rect const& place, Page const& page, PlaceFade fade)
{
    draw_place(frame, place, {.picture = page.picture, .answer = "", .fade = fade});
    frame.canvas().add({ui::Role::picture, "page.picture", frame.in_language(page.words).alt, "", "", place});
}

// The code's below the words, where one is.
float code_height(Frame& frame, Rect const& area, Side const& side)
{
    return std::max(address_card_height(frame, area.width, *side.code),
                    std::min(frame.layout().units(420), area.height * 0.4F));
}

constexpr float kSideShare = 0.42F; // of the width, for what stands beside the words

// From edge to edge above the words; smaller, or not there, where they need the room.
void draw_upright(Frame& frame, Rect area, PageView const& view)
{
    auto const& layout = frame.layout();
    if (view.side.code)
        draw_address_card(frame, cut_bottom(area, code_height(frame, area, view.side), layout.units(30)),
                          *view.side.code);
    auto const top = frame.page_top();
    auto const gap = layout.units(36);
    auto const room = area.bottom() - top - gap - whole_height(frame, area.width, view);
    auto const height = std::round(std::min(room, layout.screen().width * 0.75F));
    if (height > layout.units(320) && !is_scrolled(frame)) { // lower, it would cut what it shows
        Rect const place{0, top, layout.screen().width, height};
        draw_page_place(frame, place, view.page, PlaceFade::down);
        cut_top(area, place.bottom() + gap - area.y);
    }
    draw_words(frame, area, view);
}

// In the picture's place: who has read so far takes the address along.
void draw_beside_code(Frame& frame, Rect area, PageView const& view)
{
    auto const& layout = frame.layout();
    auto const width = std::round(area.width * kSideShare);
    auto const needed = address_card_height(frame, width, *view.side.code);
    if (needed > area.height) frame.canvas().report_overflow();
    auto beside = view.page.layout == PageLayout::picture_left ? cut_left(area, width, layout.units(64))
                                                               : cut_right(area, width, layout.units(64));
    beside.height = std::min(beside.height, std::max(needed, layout.units(460)));
    draw_address_card(frame, beside, *view.side.code);
    draw_words(frame, area, view);
}

// The place fills a side of the panel, as much of it as the words leave.
void draw_side_by_side(Frame& frame, Rect area, PageView const& view)
{
    if (view.side.code) return draw_beside_code(frame, area, view);
    bool const left = view.page.layout == PageLayout::picture_left;
    for (auto const share : {0.47F, kSideShare, 0.34F, 0.27F}) {
        auto words = area;
        auto place = cut_place_beside(frame, words, share, left ? PlaceSide::start : PlaceSide::end);
        if (whole_height(frame, words.width, view) > words.height || is_scrolled(frame)) continue;
        place.height = area.bottom() + frame.layout().units(12) - place.y;
        draw_page_place(frame, place, view.page, left ? PlaceFade::at_end : PlaceFade::at_start);
        return draw_words(frame, words, view);
    }
    draw_words(frame, area, view);
}

// Big words below the place, which fills the width.
void draw_statement(Frame& frame, Rect area, PageView const& view)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const& words = frame.in_language(view.page.words);
    auto const top = frame.page_top();
    auto const gap = layout.units(24);
    ui::TextBlock const title{
        "page.title",      words.title, ui::TextStep::statement, ui::Face::statement, ui::Ink::text,
        ui::Role::heading, 1.2F,        ui::Wrap::balanced};
    auto const text = words_height(frame, area.width, view.page, {}, view.scale) + layout.units(40);
    auto const room = area.bottom() - top - gap - series_height(frame, area.width, view.series) - text;
    if (room > layout.units(220) && !is_scrolled(frame)) {
        Rect const place{0, top, layout.screen().width, std::round(room)};
        draw_page_place(frame, place, view.page, PlaceFade::down);
        cut_top(area, place.bottom() + gap - area.y);
    }
    cut_top(area, ui::text_block(canvas, area, series_name(frame, view.series)), layout.units(12));
    cut_top(area, ui::text_block(canvas, {area.x, area.y, area.width, area.height * 0.6F}, title), layout.units(18));
    draw_text(frame, area, view.page, view.scale);
}

// Takes the room of the buttons that turn the page from the area.
Rect cut_turning(Frame const& frame, visit::State const& state, Rect& area)
{
    return cut_bottom(area, page_foot_height(frame, state), frame.layout().units(frame.layout().low() ? 16 : 30));
}

// What is left of a page's area for its words, without a picture.
Size room_for_words(Frame& frame, Rect const& area, Side const& side)
{
    auto const& layout = frame.layout();
    if (!side.code) return {area.width, area.height};
    if (layout.portrait() || layout.narrow())
        return {area.width, area.height - code_height(frame, area, side) - layout.units(30)};
    return {area.width - std::round(area.width * kSideShare) - layout.units(64), area.height};
}

float series_scale(Frame& frame, Series const& series, visit::State state)
{
    auto scale = 1.F;
    if (frame.layout().large_text()) return scale;
    for (int i = 0; i < static_cast<int>(series.pages.size()); ++i) {
        state.reading.page = i;
        auto const& page = series.pages[static_cast<std::size_t>(i)];
        auto area = page_area(frame, state);
        cut_turning(frame, state, area);
        auto const side = side_of(frame, state);
        auto room = room_for_words(frame, area, side);
        room.height -= series_height(frame, room.width, series);
        scale = fitting_scale(frame, room, page, side, scale);
    }
    return scale;
}

} // namespace

void draw_page(Frame& frame, visit::State const& state)
{
    auto const* series = frame.content().series(state.reading.series);
    if (!series || state.reading.page >= static_cast<int>(series->pages.size())) return;
    auto const& page = series->pages[static_cast<std::size_t>(state.reading.page)];
    if (state.reading.sources_open) {
        draw_sources(frame, state, page);
        return;
    }
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    auto const scale = series_scale(frame, *series, state);
    auto const row = frame.foot() == Foot::pinned ? Rect{} : cut_turning(frame, state, area);
    auto const side = side_of(frame, state);
    PageView const view{*series, page, side, scale};
    if (page.layout == PageLayout::statement && !side.code)
        draw_statement(frame, area, view);
    else if (layout.portrait() || layout.narrow())
        draw_upright(frame, area, view);
    else
        draw_side_by_side(frame, area, view);
    if (row.height > 0) draw_page_foot(frame, state, row);
}

} // namespace kiosk::screens
