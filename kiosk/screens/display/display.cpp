// The trade-fair display: slides with a statement over its picture, a fact with its source, a QR code as large as the
// viewing distance needs, or the figures of the stand. Slides fade into each other; before and after a QR code the
// aperture closes and opens.
#include "screens/display/display.h"
#include "base/geometry.h"
#include "screens/parts/contact.h"
#include "screens/parts/parts.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::DisplaySlide;
using content::SlideKind;
using visit::DisplayItem;
using visit::DisplayItemKind;

constexpr Duration kFade = std::chrono::milliseconds(900);
// Of the short side, what a code takes where the distance asks for no more.
constexpr float kCodeShare = 0.56F;
constexpr float kUprightCodeShare = 0.72F;
// Larger than on the kiosk, where a hand is near: few words, many readers.
constexpr float kLarger = 1.2F;
constexpr float kFigure = 1.45F;
constexpr char const* kFiguresPicture = "dawn-sea";

struct DrawnItem {
    DisplayItem const& item;
    DisplaySlide const* slide; // none for figures
    DisplayData const& look;
    Instant since;
    long number; // of the slide; decides the direction of its drift
};

// Where to report, for readers of this language: the address of the first code.
std::string address_at_foot(Frame const& frame)
{
    for (auto const& slide : frame.content().display.slides)
        if (auto const* channel = frame.content().reporting.channel(slide.channel);
            channel && slide.kind == SlideKind::code)
            return spoken_address(channel->address(frame.language()));
    return "";
}

// Below a code no second address is shown.
enum class FootAddress { shown, left_out };

// At the foot of every slide: where to report, and the name of the stand. Takes its height from the area.
void draw_foot(Frame& frame, Rect& area, std::string const& stand, FootAddress address = FootAddress::shown)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto foot = cut_bottom(area, std::round(layout.text(ui::TextStep::reading) * 1.6F), layout.units(24));
    auto const eye = cut_left(foot, foot.height, layout.units(18));
    canvas.icon(eye, "eye", canvas.color(ui::Ink::accent));
    auto words = address == FootAddress::shown ? address_at_foot(frame) : std::string();
    if (!words.empty()) words = "*" + words + "*";
    if (!stand.empty()) words += (words.empty() ? "" : "   ") + stand;
    ui::text_centred(
        canvas, foot,
        {"display.foot", words, ui::TextStep::reading, ui::Face::regular, ui::Ink::text, ui::Role::text, 1.3F});
}

// What lives in a place comes with its slide, and breathes once more while that stands: 0..1. Requests frames while it
// moves; on a panel without a graphics card it is there at once.
float life_of(Frame& frame, DrawnItem const& drawn)
{
    constexpr Duration kComing = std::chrono::milliseconds(1600);
    constexpr Duration kBreath = std::chrono::milliseconds(5000);
    constexpr Duration kBreathing = std::chrono::milliseconds(1600);
    auto& canvas = frame.canvas();
    if (canvas.picture_motion() == ui::PictureMotion::rests || drawn.since == Instant()) return 1;
    auto const passed = canvas.now() - drawn.since;
    auto const share = [&](Duration begin, Duration length) {
        return std::clamp(static_cast<float>((passed - begin).count()) / static_cast<float>(length.count()), 0.F, 1.F);
    };
    if (passed < kComing || (passed >= kBreath && passed < kBreath + kBreathing))
        canvas.frame_requests().add(canvas.now() + std::chrono::milliseconds(16), "life");
    else if (passed < kBreath)
        canvas.frame_requests().add(drawn.since + kBreath, "life");
    auto const breath = eased(share(kBreath, kBreathing));
    return eased(share(Duration(0), kComing)) * (1 - 0.6F * 4 * breath * (1 - breath));
}

// With what lives in it, or, where a picture has only layers, with those that drift.
void draw_scene(Frame& frame, Rect const& lens, DrawnItem const& drawn, std::string const& picture)
{
    auto& canvas = frame.canvas();
    if (canvas.is_alive(picture))
        canvas.living_picture(lens, lens, picture, life_of(frame, drawn));
    else
        canvas.scene_in_aperture(lens, picture, drift_of(frame, drawn.since, drawn.number));
    canvas.outline_aperture(lens, canvas.color(ui::Ink::line).with_alpha(0.6F), frame.layout().units(3));
}

// The statement above what it adds.
void draw_words(Frame& frame, Rect const& area, content::SlideWords const& words, ui::Ink ink, float scale)
{
    ui::text_column(frame.canvas(), area,
                    {{"display.title", words.title, ui::TextStep::statement, ui::Face::statement, ink,
                      ui::Role::heading, 1.2F, ui::Wrap::balanced, scale},
                     {"display.text", words.text, ui::TextStep::title, ui::Face::regular, ui::Ink::text, ui::Role::text,
                      1.35F, ui::Wrap::balanced, kLarger}},
                    frame.layout().units(30));
}

// 12340 as 12 340, with narrow no-break spaces, which every language of ours reads (SI brochure 5.4.4).
std::string grouped(std::int64_t number)
{
    auto digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), "\u202F");
    return digits;
}

Rect page(Frame const& frame)
{
    auto const& layout = frame.layout();
    auto const margin = std::round(std::min(layout.panel().width, layout.panel().height) * 0.07F);
    return layout.screen().inset(margin, margin);
}

// The place fills the end of a wide panel or the top of a high one, and goes over into the ground where the words are.
// Takes its part of the area.
void draw_place_beside(Frame& frame, Rect& area, DrawnItem const& drawn, std::string const& picture)
{
    auto const& layout = frame.layout();
    auto const panel = layout.panel();
    auto& canvas = frame.canvas();
    auto const ground = canvas.color(ui::Ink::ground);
    if (layout.portrait()) {
        draw_scene(frame, {-panel.width * 0.14F, panel.height * 0.05F, panel.width * 1.28F, panel.height * 0.48F},
                   drawn, picture);
        cut_top(area, panel.height * 0.5F - area.y);
        canvas.fade_down({0, panel.height * 0.38F, panel.width, panel.height * 0.12F}, ground.with_alpha(0), ground);
        canvas.fill({0, panel.height * 0.5F, panel.width, panel.height * 0.5F}, ground);
        return;
    }
    draw_scene(frame, {panel.width * 0.36F, panel.height * 0.04F, panel.width * 0.78F, panel.height * 0.92F}, drawn,
               picture);
    auto const words_right = std::round(panel.width * 0.55F);
    auto const full = std::round(panel.width * 0.4F);
    canvas.fill({0, 0, full, panel.height}, ground);
    canvas.fade_across({full, 0, words_right - full, panel.height}, ground, ground.with_alpha(0.84F));
    canvas.fade_across({words_right, 0, std::round(panel.width * 0.2F), panel.height}, ground.with_alpha(0.84F),
                       ground.with_alpha(0));
    area.width = words_right - area.x;
}

// Big words, the place, and of a fact the source.
void draw_statement(Frame& frame, Rect area, DrawnItem const& drawn)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    draw_place_beside(frame, area, drawn, drawn.slide->picture);
    draw_foot(frame, area, drawn.look.stand);
    bool const is_fact = drawn.slide->kind == SlideKind::fact;
    if (is_fact) {
        std::string line;
        for (auto const& id : drawn.slide->sources)
            if (auto const* source = frame.content().source(id))
                line += (line.empty() ? "" : "; ") + source_line(*source);
        if (!line.empty()) line = frame.words("quiz.source", {{"source", line}});
        ui::TextBlock const source{"display.source", line, ui::TextStep::small, ui::Face::regular, ui::Ink::quiet,
                                   ui::Role::text,   1.4F};
        auto const height = std::min(area.height * 0.3F, ui::text_height(canvas, area.width, source));
        ui::text_block(canvas, cut_bottom(area, height, layout.units(24)), source);
    }
    if (!layout.portrait()) cut_top(area, std::round(area.height * (is_fact ? 0.1F : 0.16F)));
    draw_words(frame, area, frame.in_language(drawn.slide->words), ui::Ink::text, is_fact ? kFigure : kLarger);
}

// What a code stands on: its place, dim, or a plain surface, to the panel's edges. A place goes over into the ground
// within `edge` of it.
void draw_code_ground(Frame& frame, Rect const& rect, DisplaySlide const& slide, float edge)
{
    auto& canvas = frame.canvas();
    canvas.fill(rect, canvas.color(ui::Ink::raised));
    if (slide.picture.empty()) return;
    constexpr float kDim = 0.35F;
    canvas.scene_picture(rect, slide.picture, "", 0);
    auto const ground = canvas.color(ui::Ink::ground);
    canvas.fill(rect, ground.with_alpha(kDim));
    if (frame.layout().portrait())
        canvas.fade_down({rect.x, rect.y, rect.width, edge}, ground, ground.with_alpha(0));
    else
        canvas.fade_across({rect.x, rect.y, edge, rect.height}, ground, ground.with_alpha(0));
}

void draw_code(Frame& frame, Rect area, DrawnItem const& drawn)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const* channel = frame.content().reporting.channel(drawn.slide->channel);
    if (!channel) return;
    auto const address = channel->address(frame.language());
    draw_foot(frame, area, drawn.look.stand, FootAddress::left_out);
    auto const room =
        layout.portrait() ? std::min(area.width, area.height * 0.6F) : std::min(area.height, area.width * 0.5F);
    auto const short_side = std::min(layout.panel().width, layout.panel().height);
    auto const side = std::min(room, std::max(ui::code_side(address, layout.least_code()),
                                              short_side * (layout.portrait() ? kUprightCodeShare : kCodeShare)));
    Rect square;
    Rect ground;
    auto const margin = area.x;
    auto const around = layout.units(40);
    if (layout.portrait()) {
        auto const place = cut_bottom(area, side + 2 * around, around);
        square = {std::round(place.centre().x - side / 2), place.y + around, side, side};
        ground = {0, place.y, layout.panel().width, place.height};
    } else {
        auto const place = cut_right(area, side, layout.units(110));
        square = {place.x, std::round(layout.panel().height / 2 - side / 2), side, side};
        ground = {square.x - margin, 0, layout.panel().width - square.x + margin, layout.panel().height};
        cut_top(area, std::round(area.height * 0.08F));
    }
    draw_code_ground(frame, ground, *drawn.slide, layout.portrait() ? around : margin);
    ui::code(canvas, square, "display.code", address);
    auto const& words = frame.in_language(drawn.slide->words);
    std::vector<ui::TextBlock> blocks{{"display.title", words.title, ui::TextStep::statement, ui::Face::statement,
                                       ui::Ink::text, ui::Role::heading, 1.2F, ui::Wrap::balanced},
                                      {"display.text", words.text, ui::TextStep::title, ui::Face::regular,
                                       ui::Ink::text, ui::Role::text, 1.35F, ui::Wrap::balanced},
                                      {"display.address", spoken_address(address), ui::TextStep::headline,
                                       ui::Face::semibold, ui::Ink::accent, ui::Role::text, 1.3F}};
    if (is_demonstration(frame.content()))
        blocks.push_back(demonstration_block(frame, "display.demonstration", frame.language()));
    // Beside the code, as its other lines are.
    if (is_demonstration(frame.content())) blocks.back().step = ui::TextStep::small;
    ui::text_column(canvas, area, std::move(blocks), layout.units(30));
}

// The figures of the stand beside the eye at dawn, the number above what it counts.
void draw_figures(Frame& frame, Rect area, DrawnItem const& drawn)
{
    auto const& layout = frame.layout();
    draw_place_beside(frame, area, drawn, kFiguresPicture);
    draw_foot(frame, area, drawn.look.stand);
    if (!layout.portrait()) cut_top(area, std::round(area.height * 0.1F));
    auto const& figures = drawn.look.figures;
    std::vector<ui::TextBlock> blocks{{"display.title", frame.words("display.figures_title"), ui::TextStep::title,
                                       ui::Face::semibold, ui::Ink::quiet, ui::Role::heading, 1.3F, ui::Wrap::balanced,
                                       kLarger}};
    auto const add = [&](std::string const& key, std::int64_t count) {
        if (count > 0)
            blocks.push_back({key, frame.words(key, {{"count", grouped(count)}}), ui::TextStep::statement,
                              ui::Face::statement, ui::Ink::text, ui::Role::text, 1.2F, ui::Wrap::balanced, kLarger});
    };
    add("display.figures_visits", figures.visits);
    add("display.figures_answers", figures.answers);
    ui::text_column(frame.canvas(), area, blocks, layout.units(48));
}

void draw_item(Frame& frame, DrawnItem const& drawn)
{
    frame.canvas().fill(frame.layout().screen(), frame.canvas().color(ui::Ink::ground));
    auto const area = page(frame);
    if (!drawn.slide) return draw_figures(frame, area, drawn);
    switch (drawn.slide->kind) {
    case SlideKind::statement:
    case SlideKind::fact: return draw_statement(frame, area, drawn);
    case SlideKind::code: return draw_code(frame, area, drawn);
    }
}

DisplaySlide const* slide_of(Frame const& frame, DisplayItem const& item)
{
    auto const& slides = frame.content().display.slides;
    return item.kind == DisplayItemKind::slide && item.slide < slides.size() ? &slides[item.slide] : nullptr;
}

void draw_before(Frame& frame, DrawnItem const& drawn)
{
    ui::DetachedCanvas shadow(frame.canvas(), ui::Drawing::everything);
    std::vector<visit::Action> ignored;
    Frame shown(shadow.canvas(), frame.content(), drawn.item.language, ignored);
    draw_item(shown, drawn);
}

} // namespace

void draw_display(Frame& frame, visit::DisplayState const& state, DisplayData const& look)
{
    auto& canvas = frame.canvas();
    DrawnItem const now{state.now, slide_of(frame, state.now), look, state.since, state.number};
    auto const passed = canvas.now() - state.since;
    if (passed >= kFade || state.number <= 1) return draw_item(frame, now);
    auto const share = static_cast<float>(passed.count()) / static_cast<float>(kFade.count());
    // The drift of the previous slide is long over.
    DrawnItem const before{state.before, slide_of(frame, state.before), look, Instant(), state.number - 1};
    bool const blinks =
        (now.slide && now.slide->kind == SlideKind::code) || (before.slide && before.slide->kind == SlideKind::code);
    constexpr float kShut = 0.5F;
    if (blinks && share < kShut) {
        canvas.set_drawing(ui::Drawing::nothing);
        draw_item(frame, now);
        canvas.set_drawing(ui::Drawing::everything);
        draw_before(frame, before);
    } else {
        draw_item(frame, now);
    }
    if (blinks) {
        auto const openness =
            share < kShut ? 1 - share * share / (kShut * kShut) : eased((share - kShut) / (1 - kShut));
        canvas.cover_outside_aperture(frame.layout().screen(), openness, canvas.color(ui::Ink::ground),
                                      canvas.color(ui::Ink::line));
    } else {
        auto const mark = canvas.mark();
        draw_before(frame, before);
        canvas.fade_since(mark, 1 - eased(share));
    }
    canvas.frame_requests().add(canvas.now() + next_frame(frame), "display change");
}

} // namespace kiosk::screens
