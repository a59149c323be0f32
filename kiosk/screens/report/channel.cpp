// Where to report. The first page shows whom to call in danger, and the QR code and number of the kiosk's country; the
// same page is used for other places and homes. Every address comes from channels.toml, unchanged.
#include "content/offers.h"
#include "screens/parts/button_rows.h"
#include "screens/parts/contact.h"
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/report/report.h"
#include "visit/update.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::Channel;
using content::Offer;
using content::OfferReason;

std::string why_words(Frame const& frame, visit::Report const& report, OfferReason why)
{
    switch (why) {
    case OfferReason::lives_there: return frame.words("report.why_lives", {{"place", frame.place_name(report.lives)}});
    case OfferReason::happened_there:
        return frame.words("report.why_happened", {{"place", frame.place_name(report.place)}});
    case OfferReason::is_here:
        return frame.words("report.why_here", {{"place", frame.place_name(frame.content().reporting.home)}});
    case OfferReason::everywhere: break;
    }
    return frame.words("report.why_everywhere");
}

// When the screen leaves by itself, which must always be shown; and, unless text is large, that the code is the same
// for everybody.
std::vector<ui::TextBlock> promises(Frame const& frame, visit::State const& state, bool has_code)
{
    auto const limit = std::chrono::duration_cast<Seconds>(visit::idle_limit(state, frame.content())).count() +
                       static_cast<long>(frame.content().timings.warning);
    auto const said = [](char const* id, std::string text) {
        return ui::TextBlock{
            id, std::move(text), ui::TextStep::small, ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.35F};
    };
    std::vector<ui::TextBlock> promises;
    if (has_code && !frame.layout().large_text())
        promises.push_back(said("report.channel.same", frame.words("report.channel_same")));
    promises.push_back(
        said("report.channel.promise", frame.words("report.channel_leaves", {{"seconds", std::to_string(limit)}})));
    return promises;
}

// At the foot of the area, which they take their height from: one below the other, or beside each other.
void draw_promises(Frame& frame, Rect& area, std::vector<ui::TextBlock> const& promises, int columns, float gap)
{
    auto& canvas = frame.canvas();
    auto const count = static_cast<int>(promises.size());
    auto const each = std::max(1, std::min(columns, count));
    auto const width = cell(area, 0, each, gap).width;
    float height = 0;
    for (auto const& promise : promises) {
        auto const needed = ui::text_height(canvas, width, promise);
        height = each > 1 ? std::max(height, needed) : height + needed;
    }
    auto foot = cut_bottom(area, height, frame.layout().units(10));
    for (int i = 0; i < count; ++i) {
        auto const place = each > 1 ? cell(foot, i, each, gap) : foot;
        auto const used = ui::text_block(canvas, place, promises[static_cast<std::size_t>(i)]);
        if (each == 1) cut_top(foot, used);
    }
}

void draw_lines(Frame& frame, Rect const& area, std::vector<ui::TextBlock> const& lines)
{
    ui::NodeGroup const group(frame.canvas());
    ui::text_column(frame.canvas(), area, lines, frame.layout().units(12));
}

// A number beside the code: the first of what is offered that can be called from here.
Channel const* number_to_call(Frame const& frame, std::vector<Offer> const& offers, Channel const& shown)
{
    if (!shown.phone.empty()) return nullptr;
    for (auto const& offer : offers)
        if (!offer.channel->phone.empty() &&
            content::number_reach(frame.content().reporting, *offer.channel) == content::Reach::from_here)
            return offer.channel;
    return nullptr;
}

// How to reach it, with why it is shown and a number to call, and what becomes of a report.
ContactLines lines_of(Frame const& frame, visit::Report const& report, std::vector<Offer> const& offers,
                      Offer const& offer)
{
    auto lines = contact_lines(frame, *offer.channel, {.id = "report.channel", .code = CodeBeside::yes});
    lines.reach.insert(lines.reach.begin(),
                       {"report.channel.why", why_words(frame, report, offer.why), ui::TextStep::small,
                        ui::Face::semibold, ui::Ink::text, ui::Role::text, 1.3F});
    if (auto const* other = number_to_call(frame, offers, *offer.channel)) {
        auto const call = number_lines(frame, *other, "report.call");
        lines.reach.insert(lines.reach.end(), call.begin(), call.end());
    }
    return lines;
}

// The areas of the code and of the words on a plate.
struct Split {
    Rect code, words, below; // what becomes of a report stands below, or (empty) beside the words
};

Split split(Frame const& frame, Rect area, std::string const& address)
{
    auto const& layout = frame.layout();
    auto const gap = layout.units(40);
    auto const least = ui::code_side(address, layout.least_code());
    // A column narrower than this breaks words.
    auto const narrowest = layout.text(ui::TextStep::reading) * 11;
    auto const wanted = layout.portrait() ? std::min(area.height * 0.42F, area.width * 0.46F)
                                          : std::min(area.height, area.width * 0.24F);
    auto const side = std::max(least, wanted);
    Split split{area, area, {}};
    if (area.width - side - gap >= narrowest) {
        split.code = cut_left(split.words, side, gap);
        if (!layout.portrait()) return split;
        split.below = split.words = area;
        split.code = cut_left(split.words, side, gap);
        split.words.height = side;
        split.below.y += side + layout.units(28);
        split.below.height = std::max(0.F, split.below.height - side - layout.units(28));
        return split;
    }
    split.code = cut_top(split.words, side, layout.units(24));
    split.code.width = side;
    return split;
}

// Beside the code what it is and how to reach it; what becomes of a report beside that, or below.
void draw_channel(Frame& frame, Rect area, Channel const& channel, ContactLines lines,
                  std::vector<ui::TextBlock> const& promised)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    ui::plate(canvas, area);
    area = area.inset(layout.units(layout.low() ? 20 : 36), layout.units(layout.low() ? 14 : 24));
    auto const address = channel.address(frame.language());
    Split places{{}, area, {}};
    if (!address.empty()) {
        places = split(frame, area, address);
        auto const side = std::min(places.code.width, places.code.height);
        ui::code(canvas, {places.code.x, places.code.y, side, side}, "report.code", address);
        if (side + 0.5F < ui::code_side(address, layout.least_code())) canvas.report_overflow();
    }
    if (places.below.height > 0) {
        // The words beside the code may need more than its height.
        auto needed = -layout.units(12);
        for (auto const& line : lines.reach)
            needed += ui::text_height(canvas, places.words.width, line) + layout.units(12);
        auto const more = std::max(0.F, std::ceil(needed - places.words.height));
        places.words.height += more;
        places.below.y += more;
        places.below.height = std::max(1.F, places.below.height - more);
    }
    auto& last = places.below.height > 0 ? places.below : places.words;
    auto const gap = layout.units(40);
    auto const narrowest = layout.text(ui::TextStep::reading) * 11;
    bool const two_columns = !layout.portrait() && cell(places.words, 0, 2, gap).width >= narrowest;
    draw_promises(frame, last, promised, two_columns ? 2 : 1, gap);
    if (places.below.height > 0) {
        draw_lines(frame, places.words, lines.reach);
        draw_lines(frame, places.below, lines.terms);
    } else if (two_columns) {
        draw_lines(frame, cell(places.words, 0, 2, gap), lines.reach);
        draw_lines(frame, cell(places.words, 1, 2, gap), lines.terms);
    } else {
        lines.reach.insert(lines.reach.end(), lines.terms.begin(), lines.terms.end());
        draw_lines(frame, places.words, lines.reach);
    }
}

ButtonRows other_channels(Frame& frame, std::vector<Offer> const& offers, std::string const& current)
{
    std::vector<RowButton> buttons;
    for (auto const& offer : offers) {
        if (offers.size() < 2) continue;
        auto const& id = offer.channel->id;
        bool const chosen = id == current;
        buttons.push_back({{.id = "report.channel." + id,
                            .label = frame.in_language(offer.channel->words).name,
                            .icon = chosen ? "check" : "",
                            .style = chosen ? ui::ButtonStyle::chosen : ui::ButtonStyle::quiet,
                            .step = ui::TextStep::small,
                            .state = chosen ? frame.words("speech.chosen") : ""},
                           visit::ChooseChannel{id}});
    }
    return {frame, std::move(buttons), frame.layout().target()};
}

// Whom to call when a child is in danger now; more is behind it.
RowButton danger_button(Frame const& frame, visit::Report const& report)
{
    return {{.id = "report.now",
             .label = danger_words(frame, report.place),
             // On a narrow panel there is room for one icon, that which says that it can be touched.
             .icon = frame.layout().narrow() ? "" : "phone",
             .end_icon = "chevron-right",
             .style = ui::ButtonStyle::alarm,
             .step = ui::TextStep::lead},
            visit::ShowEmergency{}};
}

// Two buttons with the assumed place and home, which lead to changing them.
std::vector<RowButton> situation_buttons(Frame const& frame, visit::Report const& report)
{
    auto const& home = frame.content().reporting.home;
    auto const button = [&](char const* id, std::string const& label, char const* icon, visit::PlaceQuestion asking) {
        return RowButton{{.id = id, .label = label, .icon = icon}, visit::AskPlace{asking}};
    };
    auto const lives = report.lives.empty() ? frame.words("report.lives_unsaid") : frame.place_name(report.lives);
    return {button("report.happened",
                   report.place == home ? frame.words("report.happened_elsewhere")
                                        : frame.words("report.happened", {{"place", frame.place_name(report.place)}}),
                   "place", visit::PlaceQuestion::where_it_happened),
            button("report.lives",
                   report.lives == home ? frame.words("report.lives_elsewhere")
                                        : frame.words("report.lives", {{"place", lives}}),
                   "home", visit::PlaceQuestion::where_one_lives)};
}

// As high as usual, or as its words want it where letters are large and the panel is small.
float danger_height(Frame& frame, float width, float usual, ui::Button const& button)
{
    if (ui::button_fits(frame.canvas(), {width, usual}, button)) return usual;
    return std::max(usual, ui::button_height(frame.canvas(), width, button));
}

// Below the contact where the page scrolls and is wide or small: its code is in sight before anybody does.
bool is_situation_below(Frame const& frame)
{
    return is_scrolled(frame) && (!frame.layout().portrait() || frame.layout().narrow());
}

// In one row where there is room, the number first and widest; else one below the other.
void draw_head(Frame& frame, Rect& area, visit::Report const& report)
{
    auto const& layout = frame.layout();
    auto const gap = layout.gap();
    auto const danger = danger_button(frame, report);
    auto const situation = situation_buttons(frame, report);
    // Two lines of a number that is seen first.
    auto const height = std::max(layout.units(layout.low() ? 64 : 118), layout.target());
    if (!is_situation_below(frame) && !layout.portrait() && area.width >= layout.units(1300)) {
        auto row = area;
        auto const width = std::round(area.width * 0.46F);
        auto const rest = area.width - width - gap;
        ButtonRows const chips(frame, situation, danger_height(frame, width, height, danger.button), 2);
        row = cut_top(area, chips.height(rest), gap);
        if (ui::button(frame.canvas(), cut_left(row, width, gap), danger.button)) frame.emit(danger.action);
        chips.draw(row);
        return;
    }
    auto const wanted = danger_height(frame, area.width, height, danger.button);
    if (ui::button(frame.canvas(), cut_top(area, wanted, gap), danger.button)) frame.emit(danger.action);
    if (is_situation_below(frame)) return;
    ButtonRows const chips(frame, situation, layout.target(), 2);
    chips.draw(cut_top(area, chips.height(area.width), gap));
}

} // namespace

void draw_report_channel(Frame& frame, visit::State const& state)
{
    auto area = frame.content_area();
    auto const& report = state.report;
    auto const offers = content::offers(frame.content().reporting, {report.place, report.lives});
    draw_head(frame, area, report);
    auto const& layout = frame.layout();
    auto ways = cut_bottom(area, report_ways_height(frame, area.width, state.screen), layout.gap());
    if (offers.empty()) return draw_report_ways(frame, ways, state.screen);
    auto const chosen = std::find_if(offers.begin(), offers.end(),
                                     [&](Offer const& offer) { return offer.channel->id == report.channel; });
    auto const& offer = chosen == offers.end() ? offers.front() : *chosen;
    auto const others = other_channels(frame, offers, offer.channel->id);
    auto const others_height = others.height(area.width);
    auto const others_place = others_height > 0 ? cut_bottom(area, others_height, layout.gap()) : Rect{};
    ButtonRows const situation(frame, situation_buttons(frame, report), layout.target(), 2);
    auto const situation_place =
        is_situation_below(frame) ? cut_bottom(area, situation.height(area.width), layout.gap()) : Rect{};
    bool const has_code = !offer.channel->address(frame.language()).empty();
    draw_channel(frame, area, *offer.channel, lines_of(frame, report, offers, offer), promises(frame, state, has_code));
    if (is_situation_below(frame)) situation.draw(situation_place);
    if (others_height > 0) others.draw(others_place);
    draw_report_ways(frame, ways, state.screen);
}

// The same page, with the kiosk's country as the place.
void draw_report_danger(Frame& frame, visit::State const& state) { draw_report_channel(frame, state); }

} // namespace kiosk::screens
