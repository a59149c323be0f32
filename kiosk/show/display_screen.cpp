#include "show/display_screen.h"
#include "screens/visitor/visitor.h"

#include <cmath>
#include <fmt/format.h>

namespace kiosk::show {

namespace {

float short_side(Size const& panel, float diagonal_inches) // [mm]
{
    return diagonal_inches * kMillimetresPerInch * std::min(panel.width, panel.height) /
           std::max(1.F, std::hypot(panel.width, panel.height));
}

} // namespace

float readable_distance(Size const& panel, float diagonal_inches)
{
    return short_side(panel, diagonal_inches) * kReadableCodeShare / ui::kCodePerDistance;
}

std::optional<Problem> distance_problem(Size const& panel, float diagonal_inches, float viewing_distance)
{
    // Share of the short side that a code can have beside its words.
    constexpr float kMost = 0.6F;
    auto const farthest = short_side(panel, diagonal_inches) * kMost / ui::kCodePerDistance;
    if (viewing_distance <= farthest) return std::nullopt;
    return Problem{
        Severity::warning,
        {"kiosk.toml"},
        fmt::format("a code read from {:.1f} m needs {:.0f} mm; this panel of {:.0f} inches is read from {:.1f} m",
                    viewing_distance / 1000, viewing_distance * ui::kCodePerDistance, diagonal_inches, farthest / 1000),
        "take a larger panel, or lower viewing_distance_m"};
}

std::int64_t DisplayScreen::publishable(std::int64_t sum, std::int64_t threshold)
{
    if (sum <= threshold) return 0;
    return (sum - 1) / 10 * 10;
}

DisplayScreen::DisplayScreen(DisplayScreenDependencies parts, ui::StageOptions stage, Problems& problems)
    : ScreenRunner(panel_dependencies(parts.common), parts.common.display.textures(), std::move(stage), problems),
      parts_(std::move(parts)),
      random_(parts_.common.seed)
{
    look_.stand = parts_.stand;
    if (parts_.viewing_distance <= 0)
        parts_.viewing_distance = readable_distance(parts_.common.display.size(), parts_.common.panel_diagonal_inches);
    if (auto problem = distance_problem(parts_.common.display.size(), parts_.common.panel_diagonal_inches,
                                        parts_.viewing_distance))
        problems.push_back(std::move(*problem));
    state_ = visit::initial_display(parts_.common.content, context());
    deadlines_.add("the next sight", [this](Instant) {
        return panel_.asleep() ? asleep_shown_ + kAsleepFrame : visit::display_deadline(state_, parts_.common.content);
    });
}

visit::DisplayContext DisplayScreen::context()
{
    auto const* dayparts = parts_.common.dayparts;
    if (parts_.figures) look_.figures = parts_.figures();
    return {parts_.common.clock.now(), random_.next(),
            dayparts && !dayparts->empty() ? dayparts->all()[daypart_].name : "", look_.figures.any()};
}

ui::Theme const& DisplayScreen::theme() const { return parts_.common.themes.at(daypart_); }

bool DisplayScreen::step()
{
    auto const now = parts_.common.clock.now();
    tick_panel(Presence::nobody);
    if (stage_.tick()) pacing_.changed("picture");
    // Touches and keys are taken and mean nothing.
    if (stage_.input().pending()) stage_.input().take(stage_.scene());
    stage_.input().done();
    if (panel_.asleep()) {
        // In the dark no slide follows and no code is counted. A frame now and then shows the watchdog that it is
        // alive.
        if (now >= asleep_shown_ + kAsleepFrame) {
            asleep_shown_ = now;
            pacing_.changed("asleep");
        }
    } else if (visit::display_deadline(state_, parts_.common.content) <= now) {
        // Colours change together with the slide.
        daypart_ = current_daypart(parts_.common);
        auto counts = visit::advance(state_, parts_.common.content, context());
        if (!counts.empty()) parts_.common.sink.commit(std::move(counts), parts_.common.clock.wall());
        pacing_.changed("next sight");
    }
    if (!pacing_.due(now)) return false;
    ui::LayoutOptions const options{parts_.common.display.size(), parts_.common.panel_diagonal_inches,
                                    ui::LetterSize::normal, parts_.viewing_distance};
    ui::Layout const layout(options);
    std::vector<visit::Action> ignored;
    apply_screen_saver(Presence::nobody);
    auto* data = stage_.frame(layout, theme(), now, ui::Drawing::everything, [&](ui::Canvas& canvas) {
        screens::Frame frame(canvas, parts_.common.content, state_.now.language, ignored);
        if (panel_.phase() == ScreenSaverPhase::dim)
            screens::draw_asleep(frame, panel_.minutes_asleep());
        else if (panel_.asleep())
            screens::draw_dark(frame);
        else
            screens::draw_display(frame, state_, look_);
    });
    parts_.common.display.present(*data);
    pacing_.presented(stage_.frame_requests().at(), stage_.frame_requests().reason());
    return true;
}

} // namespace kiosk::show
