#include "monkey/life.h"

#include <cmath>
#include <fmt/format.h>

namespace monkey {

using namespace kiosk;

namespace {

constexpr float kMillimetresPerInch = 25.4F;
// Whatever is touched has 20 mm, and leaving is in reach on every screen of a visit.
constexpr float kLeastTarget = 20;

// Forgets all its textures whenever it is told to, as a graphics card may.
class LosableTextures final : public ui::Textures {
public:
    ui::TextureId create(int, int, ui::Filter) override { return ++last_; }
    void update(ui::TextureId, int, int, int, int, std::span<std::uint8_t const>) override {}
    void destroy(ui::TextureId) override {}
    int generation() const override { return generation_; }
    ui::PictureMotion picture_motion() const override { return ui::PictureMotion::rests; } // as offscreen
    void lose() { ++generation_; }

private:
    ui::TextureId last_ = 0;
    int generation_ = 0;
};

} // namespace

class NullDisplay final : public platform::RenderTarget {
public:
    NullDisplay(int width, int height) : size_{static_cast<float>(width), static_cast<float>(height)} {}
    Size size() const override { return size_; }
    ui::Textures& textures() override { return textures_; }
    void present(ImDrawData const&) override { ++presented_; }
    Result<ui::Image> picture() override { return Error{"display", "draws nothing", ""}; }
    long presented() const override { return presented_; }
    void lose() { textures_.lose(); }

private:
    Size size_;
    LosableTextures textures_;
    long presented_ = 0;
};

Life::Life(World const& world)
    : world_(world),
      journal_before_(set_log_sink([this](LogLevel level, std::string_view message) {
          // Pictures are not looked for: their pixels would cost more than all else.
          if (level == LogLevel::information || message.starts_with("picture '")) return;
          if (!said_) said_ = Fault{"nothing unexpected in the journal", std::string(message)};
      })),
      books_(world.content),
      staff_(clock_),
      display_(std::make_unique<NullDisplay>(world.width, world.height)),
      one_(1),
      pixels_per_millimetre_(std::hypot(static_cast<float>(world.width), static_cast<float>(world.height)) /
                             (world.inches * kMillimetresPerInch))
{
    rehearsal::PlayOptions play;
    play.after_frame = [this] { check_frame(); };
    play.exposed = [this] { display_->lose(); };
    play.restart = [this]() -> show::ScreenRunner& {
        app_->stop();
        books_.saw(app_->state());
        app_.reset();
        staff_.forget();
        return start();
    };
    player_ = std::make_unique<rehearsal::ScriptPlayer>(start(), clock_, *display_, std::move(play));
}

Life::~Life() { set_log_sink(journal_before_); }

show::ScreenRunner& Life::start()
{
    Problems problems;
    show::KioskScreenDependencies parts{world_.content, *display_,   clock_,       world_.themes,
                                        books_,         world_.seed, world_.inches};
    parts.staff = &staff_;
    parts.drawing = world_.drawing;
    app_ = std::make_unique<show::KioskScreen>(
        parts, ui::StageOptions{ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    if (!problems.empty()) complain("a start without problems", problems.front().line());
    return *app_;
}

void Life::complain(char const* invariant, std::string words)
{
    if (!fault_) fault_ = Fault{invariant, std::move(words)};
}

void Life::check_frame()
{
    ++frames_;
    auto const& state = app_->state();
    books_.saw(state);
    if (scene().nodes().empty()) complain("a screen is drawn", std::string(app_->screen()) + " is empty");
    check_targets(state);
    check_fresh(state);
    if (world_.planted == Planted::large_text && state.comfort.text_size == visit::TextSize::large)
        complain("large text is never chosen", std::string(app_->screen()));
}

void Life::check_targets(visit::State const& state)
{
    // A pixel of rounding.
    Rect const panel{-1, -1, display_->size().width + 2, display_->size().height + 2};
    for (auto const& node : scene().nodes()) {
        if (node.tap == ui::Tap::none) continue;
        auto visible = node.rect;
        if (node.view.width > 0) {
            // Of a page that scrolls, what is beyond its view is not to be touched there.
            auto const top = std::max(node.rect.y, node.view.y);
            auto const bottom = std::min(node.rect.bottom(), node.view.bottom());
            if (bottom <= top) continue;
            visible.y = top;
            visible.height = bottom - top;
        }
        if (visible.x < panel.x || visible.y < panel.y || visible.right() > panel.right() ||
            visible.bottom() > panel.bottom())
            complain("what can be touched is on the panel", fmt::format("{} on {}", node.id, app_->screen()));
    }
    if (!visit::is_visiting(state.screen)) return;
    auto const* leave = scene().find("bar.leave");
    auto const least = std::floor(kLeastTarget * pixels_per_millimetre_);
    if (!leave || leave->tap == ui::Tap::none || leave->rect.width < least || leave->rect.height < least)
        complain("leave is there on every screen of a visit", std::string(app_->screen()));
    else if (!state.warned && scene().hit(leave->rect.centre()) != leave)
        complain("leave is there on every screen of a visit", "covered on " + std::string(app_->screen()));
    // Under "still there?" the first touch goes on with the visit, wherever it lands.
    else if (state.warned && !scene().hit(leave->rect.centre()))
        complain("\"still there?\" can be touched away", std::string(app_->screen()));
}

// Outside of a visit and of staff mode nothing of either remains.
void Life::check_fresh(visit::State const& state)
{
    if (visit::is_visiting(state.screen) || visit::is_staff(state.screen)) return;
    auto expected = visit::fresh_state(world_.content, state.entered);
    if (state.screen == visit::Screen::neutral) expected.screen = visit::Screen::neutral;
    // What the attract loop itself moves on, and that a finger was there.
    expected.last_touch = state.last_touch;
    expected.attract_slide = state.attract_slide;
    expected.slide_since = state.slide_since;
    if (!(state == expected)) complain("what a reset gives is what a start gives", std::string(app_->screen()));
}

// After a command everything that was due is done, and what comes next lies ahead.
void Life::check_rest()
{
    if (app_->time_until_due() <= Duration(0)) complain("a kiosk comes to rest", std::string(app_->screen()));
    auto const next = visit::next_deadline(app_->state(), world_.content);
    if (next && *next <= clock_.now()) complain("deadlines lie ahead", std::string(app_->screen()));
}

std::optional<Fault> const& Life::play(Command const& command)
{
    one_.front() = command;
    if (auto const played = player_->play(one_); !played) complain("a command can be played", played.error().message);
    check_rest();
    if (!fault_) fault_ = books_.fault();
    if (!fault_) fault_ = said_;
    return fault_;
}

std::optional<Fault> const& Life::stop()
{
    app_->stop();
    books_.saw(app_->state());
    check_fresh(app_->state());
    books_.close();
    if (!fault_) fault_ = books_.fault();
    if (!fault_) fault_ = said_;
    return fault_;
}

} // namespace monkey
