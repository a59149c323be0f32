#include "screens/parts/parts.h"
#include "ui/tabs.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::screens {

using visit::Screen;

void draw_title(Frame& frame, Rect& area, std::string const& id, std::string const& text)
{
    auto const height = ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.3F}, id, text);
    cut_top(area, height, frame.layout().units(24));
}

Duration next_frame(Frame const& frame)
{
    return std::chrono::milliseconds(frame.canvas().picture_motion() == ui::PictureMotion::rests ? 75 : 16);
}

float drift_of(Frame& frame, Instant since, long number)
{
    constexpr Duration kDrifting = std::chrono::seconds(4);
    auto const to = number % 2 == 0 ? 1.F : -1.F;
    auto const passed = frame.canvas().now() - since;
    if (passed >= kDrifting || frame.canvas().picture_motion() == ui::PictureMotion::rests) return to;
    frame.canvas().frame_requests().add(frame.canvas().now() + std::chrono::milliseconds(16), "drift");
    auto const share = static_cast<float>(passed.count()) / static_cast<float>(kDrifting.count());
    auto const eased = share * share * (3 - 2 * share);
    return to * (2 * eased - 1);
}

Rect within_reach(Frame const& frame, Rect area)
{
    // On a panel that is hardly higher than a hand is wide nothing is out of reach, and there is no room to give away.
    constexpr float kSmall = 300; // [mm]
    auto const& layout = frame.layout();
    if (!layout.portrait() || layout.to_millimetres(layout.panel().height) < kSmall) return area;
    auto const top = layout.panel().height * 0.4F;
    if (area.y >= top || area.bottom() < top) return area;
    return {area.x, top, area.width, area.bottom() - top};
}

bool is_demonstration(content::Content const& content)
{
    auto const& channels = content.reporting.channels;
    return content.edition == content::Edition::demonstration ||
           std::any_of(channels.begin(), channels.end(), [](auto const& channel) { return !channel.verified(); });
}

ui::TextBlock demonstration_block(Frame const& frame, std::string id, content::Language const& language)
{
    return {std::move(id),
            frame.content().words(language, "report.demonstration"),
            ui::TextStep::lead,
            ui::Face::semibold,
            ui::Ink::reconsider,
            ui::Role::text,
            1.3F,
            ui::Wrap::balanced};
}

bool ends_with_code(content::Content const& content, visit::State const& state)
{
    if (state.screen == Screen::quiz_end || state.screen == Screen::scene_end) return true;
    if (state.screen != Screen::page) return false;
    return std::any_of(content.campaigns.begin(), content.campaigns.end(), [&](content::Series const& campaign) {
        return campaign.id == state.reading.series && state.reading.page + 1 == static_cast<int>(campaign.pages.size());
    });
}

namespace {

bool names_contacts(content::Content const& content, visit::State const& state)
{
    auto const* series = state.screen == Screen::page ? content.series(state.reading.series) : nullptr;
    if (!series || state.reading.page >= static_cast<int>(series->pages.size())) return false;
    return !series->pages[static_cast<std::size_t>(state.reading.page)].channels.empty();
}

bool has_demonstration_band(Frame const& frame, visit::State const& state)
{
    bool const shows_contacts = visit::is_reporting(state.screen) || names_contacts(frame.content(), state) ||
                                ends_with_code(frame.content(), state);
    return shows_contacts && !state.reading.sources_open && is_demonstration(frame.content());
}

ui::TextBlock band_block(Frame const& frame, visit::State const& state)
{
    auto block = demonstration_block(frame, "demonstration", frame.language());
    // Right above a number it must not make anybody doubt that one may call.
    if (state.screen == Screen::report_emergency) block.text = frame.words("report.demonstration_danger");
    // On small panels the room is the page's.
    if (frame.layout().low() || frame.layout().narrow()) block.step = ui::TextStep::reading;
    return block;
}

float band_height(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto const words = ui::text_height(frame.canvas(), layout.content().width, band_block(frame, state));
    return std::round(words + 2 * layout.units(layout.low() ? 4 : 10));
}

// The band uses the upper margin first.
Rect below_band(Frame& frame, visit::State const& state, Rect area)
{
    auto const& layout = frame.layout();
    auto const top = std::max(area.y, band_height(frame, state) + layout.units(layout.low() ? 10 : 24));
    area.height -= top - area.y;
    area.y = top;
    return area;
}

} // namespace

Rect page_area(Frame& frame, visit::State const& state)
{
    auto const area = frame.layout().content();
    return has_demonstration_band(frame, state) ? below_band(frame, state, area) : area;
}

float draw_demonstration(Frame& frame, visit::State const& state)
{
    if (!has_demonstration_band(frame, state)) return 0;
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const area = frame.content_area();
    auto const height = band_height(frame, state);
    Rect const band{0, 0, layout.screen().width, height};
    canvas.fill(band, canvas.color(ui::Ink::raised));
    canvas.fill({0, height - layout.hairline(), band.width, layout.hairline()}, canvas.color(ui::Ink::reconsider));
    ui::text_centred(canvas, {area.x, 0, area.width, height}, band_block(frame, state));
    frame.set_content_area(below_band(frame, state, area));
    frame.set_page_top(height);
    return height;
}

std::string source_line(content::Source const& source)
{
    auto line = ui::as_sentences(source.title, source.publisher);
    if (!source.year.empty()) line += ", " + source.year;
    return line;
}

namespace {

// A tab of the bar and where it leads.
struct BarTab {
    ui::Tab tab;
    visit::Action action;
};

BarTab bar_tab(Frame const& frame, Rect const& rect, char const* id, char const* word, char const* icon,
               visit::Action action, ui::ButtonStyle style = ui::ButtonStyle::quiet)
{
    return {{rect, id, frame.words(word), icon, style}, std::move(action)};
}

// Leave, report, home, language, reading: the order in which each comes first by touch.
struct BarPlaces {
    Rect leave, report, home, language, reading;
};

BarPlaces bar_places(ui::Layout const& layout)
{
    auto const bar = layout.bar();
    // Where room is scarce the bar takes it from the margins.
    auto const margin = layout.low() || layout.narrow() ? layout.gap() : layout.margin();
    auto const pad = layout.units(layout.low() ? 12 : 16);
    auto area = Rect{margin, bar.y + pad, bar.width - 2 * margin, bar.height - 2 * pad};
    auto const gap = layout.gap();
    if (layout.portrait()) {
        auto upper = cut_top(area, layout.main_target(), gap);
        auto const lower = cut_top(area, layout.main_target());
        auto const leave = cut_right(upper, cell(lower, 2, 3, gap).width, gap);
        return {leave, upper, cell(lower, 0, 3, gap), cell(lower, 1, 3, gap), cell(lower, 2, 3, gap)};
    }
    auto row = cut_top(area, layout.main_target());
    auto const small = std::round((row.width - 4 * gap) * (layout.low() ? 0.165F : 0.155F));
    auto const leave = cut_right(row, small, gap);
    auto const home = cut_left(row, small, gap);
    auto const language = cut_left(row, small, gap);
    auto const reading = cut_left(row, small, gap);
    return {leave, row, home, language, reading};
}

} // namespace

void draw_bar(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const bar = layout.bar();
    canvas.fill({bar.x, bar.y, bar.width, layout.hairline()}, canvas.color(ui::Ink::calm));
    auto const places = bar_places(layout);
    // On reporting pages "leave" is the main button, since a visitor may be watched; "report" then starts over.
    bool const reports = visit::is_reporting(state.screen);
    auto const report_style = reports ? ui::ButtonStyle::quiet : ui::ButtonStyle::action;
    auto const leave_style = reports ? ui::ButtonStyle::onward : ui::ButtonStyle::quiet;
    std::vector<BarTab> const bar_tabs{
        bar_tab(frame, places.leave, "bar.leave", "bar.leave", "leave", visit::Leave{}, leave_style),
        bar_tab(frame, places.report, "bar.report", "bar.report", "eye", visit::Navigate{Screen::report_danger},
                report_style),
        bar_tab(frame, places.home, "bar.home", "bar.home", "home", visit::Navigate{Screen::home}),
        bar_tab(frame, places.language, "bar.language", "language", "globe", visit::Navigate{Screen::language}),
        bar_tab(frame, places.reading, "bar.reading", "bar.reading", "reading", visit::Navigate{Screen::reading})};
    std::vector<ui::Tab> row;
    for (auto const& entry : bar_tabs) row.push_back(entry.tab);
    if (auto const tapped = ui::tabs(canvas, row)) frame.emit(bar_tabs[*tapped].action);
}

void draw_still_there(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const left = std::chrono::duration_cast<Seconds>(*state.warned + duration_of(frame.content().timings.warning) -
                                                          canvas.now() + std::chrono::milliseconds(999));
    auto const seconds = std::max<long>(0, left.count());

    // A band over the bar; the page stays readable. The veil covers the panel, so that any touch continues the visit.
    canvas.add(
        {ui::Role::veil, "still-there", frame.words("still_there.title"), "", "", layout.screen(), ui::Tap::tap});
    auto const text = frame.words("still_there.text", {{"seconds", std::to_string(seconds)}});
    std::vector<ui::TextBlock> const lines{
        {"still-there.title", frame.words("still_there.title"), ui::TextStep::title, ui::Face::semibold,
         ui::Ink::on_calm, ui::Role::heading, 1.25F},
        {"still-there.text", text, ui::TextStep::reading, ui::Face::regular, ui::Ink::on_calm, ui::Role::text, 1.35F}};
    auto const width = layout.panel().width - 2 * layout.margin();
    auto height = 2 * layout.units(18) + layout.units(4);
    for (auto const& line : lines) height += ui::text_height(canvas, width, line);
    auto band = layout.bar();
    auto const more = std::max(0.F, height - band.height);
    band = {0, band.y - more, band.width, band.height + more};
    canvas.fill(band, canvas.color(ui::Ink::calm));
    ui::text_column(canvas, band.inset(layout.margin(), layout.units(18)), lines, layout.units(4));
    canvas.frame_requests().add(*state.warned + (Seconds(1) * ((canvas.now() - *state.warned) / Seconds(1) + 1)),
                                "still there countdown");
    if (canvas.tapped("still-there")) frame.emit(visit::Touched{});
}

void draw_number(Frame& frame, Rect const& square, std::size_t number, float letters)
{
    auto& canvas = frame.canvas();
    auto const line = frame.layout().units(3);
    canvas.ring(square.centre(), square.width / 2 - line, line, canvas.color(ui::Ink::line));
    auto const& digits = canvas.text().shape(std::to_string(number), canvas.language(),
                                             {ui::Face::semibold, letters, 1.2F, ui::Wrap::natural}, square.width);
    canvas.glyphs(digits,
                  {std::round(square.x + (square.width - digits.size.width) / 2),
                   std::round(square.y + (square.height - digits.size.height) / 2)},
                  canvas.color(ui::Ink::text));
}

} // namespace kiosk::screens
