#include "rehearsal/rehearsal.h"
#include "base/random.h"
#include "platform/render_target.h"
#include "show/display_screen.h"
#include "show/kiosk_screen.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace kiosk::rehearsal {

namespace {

using namespace std::chrono_literals;

// A touch and its consequences take some steps at one time. More than this never come to rest.
constexpr int kMostStepsAtOnce = 16;
// A frame for each refresh of a 60 Hz panel, and as many other deadlines.
constexpr long kMostTurnsASecond = 2 * 60;
// The loop wakes by whole milliseconds (program/loop.cpp).
constexpr Duration kFinestSleep = 1ms;
constexpr int kTouches = 24; // of a visit
constexpr Duration kTouchTime = 60ms;
constexpr Duration kBetweenTouches = 700ms;

// The longest time from the last touch to the attract loop: idle, "still there?", the neutral screen, and a minute.
Duration longest_visit()
{
    return duration_of(content::kIdleBounds.most + content::kWarningBounds.most + content::kSlideBounds.most) + 1min;
}

class NullCountSink final : public show::CountSink {
public:
    void commit(std::vector<Count> counts, WallTime claimed) override
    {
        static_cast<void>(counts);
        static_cast<void>(claimed);
    }
    void note(std::string event, std::string detail) override
    {
        static_cast<void>(event);
        static_cast<void>(detail);
    }
    bool clock_trusted() const override { return true; }
};

// The loop around one show: turned as program/loop.cpp turns it, and watched.
class ObservedLoop {
public:
    ObservedLoop(show::ScreenRunner& show, ManualClock& clock, RehearsalResult& rehearsed)
        : show_(show),
          clock_(clock),
          rehearsed_(rehearsed)
    {
    }

    // Until nothing is left to do now.
    Result<> run_until_idle()
    {
        for (int step = 0; show_.time_until_due() == Duration(0); ++step) {
            if (step == kMostStepsAtOnce) return never_rests();
            if (show_.step()) ++rehearsed_.frames;
        }
        return success();
    }

    Result<> run(Duration duration)
    {
        auto const begin = clock_.now();
        auto const until = begin + duration;
        long turns = 0;
        KIOSK_TRY(run_until_idle());
        while (clock_.now() < until) {
            Duration const time_until_due =
                std::chrono::ceil<Milliseconds>(std::max(show_.time_until_due(), kFinestSleep));
            clock_.advance(std::min(time_until_due, until - clock_.now()));
            KIOSK_TRY(run_until_idle());
            ++turns;
            if (turns > kMostTurnsASecond * (1 + (clock_.now() - begin) / Duration(1s))) return never_rests();
        }
        rehearsed_.turns += turns;
        rehearsed_.time += duration;
        return success();
    }

    Result<> tap(Point at)
    {
        show_.push(ui::FingerEvent{ui::FingerPhase::down, 0, at});
        KIOSK_TRY(run(kTouchTime));
        show_.push(ui::FingerEvent{ui::FingerPhase::up, 0, at});
        return run(kBetweenTouches);
    }

    // Something must be due within this time.
    Result<> expect_progress(Duration longest)
    {
        auto const due = show_.deadlines().earliest(clock_.now());
        if (due && due->at - clock_.now() <= longest) return success();
        return stalled();
    }

    Error stalled() const
    {
        return {"content", fmt::format("screen '{}' stands still after {} s", show_.screen(), seconds()),
                "see [timings] in kiosk.toml"};
    }

    Error too_fast() const
    {
        return {"content",
                fmt::format("screen '{}' goes on before it can be read, after {} s", show_.screen(), seconds()),
                "see [timings] in kiosk.toml"};
    }

    long seconds() const { return static_cast<long>(clock_.now().since_start / Duration(1s)); }

private:
    Error never_rests() const
    {
        auto const due = show_.deadlines().earliest(clock_.now());
        return {"content",
                fmt::format("screen '{}' never comes to rest after {} s: '{}' is due again and again", show_.screen(),
                            seconds(), due ? due->what : "nothing"),
                "see [timings] in kiosk.toml"};
    }

    show::ScreenRunner& show_;
    ManualClock& clock_;
    RehearsalResult& rehearsed_;
};

class Rehearsal {
public:
    Rehearsal(content::Content const& content, settings::ThemeSet const& themes, RehearsalOptions const& options)
        : content_(content),
          themes_(themes),
          options_(options),
          random_(options.seed),
          display_(platform::make_null_target(options.width, options.height))
    {
    }

    Result<RehearsalResult> run()
    {
        KIOSK_TRY(run_kiosk());
        if (!content_.display.slides.empty()) KIOSK_TRY(run_display());
        return rehearsed_;
    }

private:
    // The scene alone: that each screen can be drawn the probe has seen before.
    show::KioskScreenDependencies parts()
    {
        show::KioskScreenDependencies parts{content_, *display_,     clock_,         themes_,
                                            sink_,    options_.seed, options_.inches};
        parts.drawing = ui::Drawing::nothing;
        return parts;
    }

    Result<> run_kiosk()
    {
        Problems ignored;
        show::KioskScreen app(parts(), options_.stage(), ignored);
        ObservedLoop loop(app, clock_, rehearsed_);
        KIOSK_TRY(watch_all_slides(app, loop));
        for (auto const& language : content_.languages) {
            KIOSK_TRY(visit(app, loop, language));
            KIOSK_TRY(leave(app, loop));
        }
        app.stop();
        return success();
    }

    // Untouched, until each slide of the attract loop has been there.
    Result<> watch_all_slides(show::KioskScreen const& app, ObservedLoop& loop)
    {
        auto const slides = content_.attract.size() * std::max<std::size_t>(1, content_.languages.size());
        std::set<int> seen{app.state().attract_slide};
        KIOSK_TRY(loop.run_until_idle());
        while (seen.size() < slides) {
            auto const before = seen.size();
            auto const longest = duration_of(content::kSlideBounds.most);
            for (Duration waited{0}; seen.size() == before && waited <= longest; waited += 1s) {
                KIOSK_TRY(loop.run(1s));
                seen.insert(app.state().attract_slide);
            }
            if (seen.size() == before) return loop.stalled();
        }
        return success();
    }

    Result<> visit(show::KioskScreen const& app, ObservedLoop& loop, content::Language const& language)
    {
        if (auto const* way_in = app.scene().find("attract.language." + language))
            KIOSK_TRY(loop.tap(way_in->rect.centre()));
        for (int touch = 0; touch < kTouches; ++touch) {
            auto const targets = app.scene().targets();
            if (targets.empty()) return loop.run(kBetweenTouches);
            KIOSK_TRY(loop.tap(targets[random_.below(targets.size())]->rect.centre()));
        }
        return success();
    }

    // Without touches, from wherever the visit has ended up.
    Result<> leave(show::KioskScreen const& app, ObservedLoop& loop)
    {
        for (Duration waited{0}; app.state().screen != visit::Screen::attract; waited += 10s) {
            if (waited > longest_visit()) return loop.stalled();
            KIOSK_TRY(loop.expect_progress(longest_visit()));
            KIOSK_TRY(loop.run(10s));
        }
        return success();
    }

    Result<> run_display()
    {
        Problems ignored;
        show::DisplayScreenDependencies display{parts(), "", 0, {}};
        show::DisplayScreen show(std::move(display), options_.stage(), ignored);
        ObservedLoop loop(show, clock_, rehearsed_);
        KIOSK_TRY(loop.run_until_idle());
        // As many sights as there are slides, each for as long as it may be, and never two at once.
        for (std::size_t shown = 0; shown < content_.display.slides.size(); ++shown) {
            auto const number = show.state().number;
            for (Duration waited{0}; show.state().number == number; waited += 1s) {
                if (waited > duration_of(content::kCodeBounds.most)) return loop.stalled();
                KIOSK_TRY(loop.run(1s));
            }
            if (show.state().number != number + 1) return loop.too_fast();
        }
        show.stop();
        return success();
    }

    content::Content const& content_;
    settings::ThemeSet const& themes_;
    RehearsalOptions const& options_;
    Random random_;
    ManualClock clock_;
    NullCountSink sink_;
    std::unique_ptr<platform::RenderTarget> display_;
    RehearsalResult rehearsed_;
};

} // namespace

Result<RehearsalResult> rehearse(content::Content const& content, settings::ThemeSet const& themes,
                                 RehearsalOptions const& options)
{
    return Rehearsal(content, themes, options).run();
}

} // namespace kiosk::rehearsal
