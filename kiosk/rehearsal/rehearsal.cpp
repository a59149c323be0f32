#include "rehearsal/rehearsal.h"
#include "base/random.h"
#include "platform/display.h"
#include "show/app.h"
#include "show/display_show.h"

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

class NoSink final : public show::CountSink {
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
class Watched {
public:
    Watched(show::Show& show, ManualClock& clock, Rehearsed& rehearsed)
        : show_(show),
          clock_(clock),
          rehearsed_(rehearsed)
    {
    }

    // Until nothing is left to do now.
    Result<> settle()
    {
        for (int step = 0; show_.sleep() == Duration(0); ++step) {
            if (step == kMostStepsAtOnce) return spins();
            if (show_.step()) ++rehearsed_.frames;
        }
        return success();
    }

    Result<> run(Duration duration)
    {
        auto const begin = clock_.now();
        auto const until = begin + duration;
        long turns = 0;
        KIOSK_TRY(settle());
        while (clock_.now() < until) {
            Duration const sleep = std::chrono::ceil<Milliseconds>(std::max(show_.sleep(), kFinestSleep));
            clock_.advance(std::min(sleep, until - clock_.now()));
            KIOSK_TRY(settle());
            ++turns;
            if (turns > kMostTurnsASecond * (1 + (clock_.now() - begin) / Duration(1s))) return spins();
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
    Result<> expect_to_go_on(Duration longest)
    {
        auto const due = show_.deadlines().earliest(clock_.now());
        if (due && due->at - clock_.now() <= longest) return success();
        return stands_still();
    }

    Error stands_still() const
    {
        return {"content", fmt::format("screen '{}' stands still after {} s", show_.screen(), seconds()),
                "see [timings] in kiosk.toml"};
    }

    Error rushes() const
    {
        return {"content",
                fmt::format("screen '{}' goes on before it can be read, after {} s", show_.screen(), seconds()),
                "see [timings] in kiosk.toml"};
    }

    long seconds() const { return static_cast<long>(clock_.now().since_start / Duration(1s)); }

private:
    Error spins() const
    {
        auto const due = show_.deadlines().earliest(clock_.now());
        return {"content",
                fmt::format("screen '{}' never comes to rest after {} s: '{}' is due again and again", show_.screen(),
                            seconds(), due ? due->what : "nothing"),
                "see [timings] in kiosk.toml"};
    }

    show::Show& show_;
    ManualClock& clock_;
    Rehearsed& rehearsed_;
};

class Rehearsal {
public:
    Rehearsal(content::Pack const& pack, settings::ThemeSet const& themes, RehearsalOptions const& options)
        : pack_(pack),
          themes_(themes),
          options_(options),
          random_(options.seed),
          display_(platform::make_nowhere(options.width, options.height))
    {
    }

    Result<Rehearsed> run()
    {
        KIOSK_TRY(run_kiosk());
        if (!pack_.display.slides.empty()) KIOSK_TRY(run_display());
        return rehearsed_;
    }

private:
    // The scene alone: that each screen can be drawn the probe has seen before.
    show::AppParts parts()
    {
        show::AppParts parts{pack_, *display_, clock_, themes_, sink_, options_.seed, options_.inches};
        parts.drawing = ui::Drawing::nothing;
        return parts;
    }

    Result<> run_kiosk()
    {
        Problems ignored;
        show::App app(parts(), options_.stage(), ignored);
        Watched loop(app, clock_, rehearsed_);
        KIOSK_TRY(turn_slides(app, loop));
        for (auto const& language : pack_.languages) {
            KIOSK_TRY(visit(app, loop, language));
            KIOSK_TRY(leave(app, loop));
        }
        app.stop();
        return success();
    }

    // Untouched, until each slide of the attract loop has been there.
    Result<> turn_slides(show::App const& app, Watched& loop)
    {
        auto const slides = pack_.attract.size() * std::max<std::size_t>(1, pack_.languages.size());
        std::set<int> seen{app.state().attract_slide};
        KIOSK_TRY(loop.settle());
        while (seen.size() < slides) {
            auto const before = seen.size();
            auto const longest = duration_of(content::kSlideBounds.most);
            for (Duration waited{0}; seen.size() == before && waited <= longest; waited += 1s) {
                KIOSK_TRY(loop.run(1s));
                seen.insert(app.state().attract_slide);
            }
            if (seen.size() == before) return loop.stands_still();
        }
        return success();
    }

    Result<> visit(show::App const& app, Watched& loop, content::Language const& language)
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
    Result<> leave(show::App const& app, Watched& loop)
    {
        for (Duration waited{0}; app.state().screen != visit::Screen::attract; waited += 10s) {
            if (waited > longest_visit()) return loop.stands_still();
            KIOSK_TRY(loop.expect_to_go_on(longest_visit()));
            KIOSK_TRY(loop.run(10s));
        }
        return success();
    }

    Result<> run_display()
    {
        Problems ignored;
        show::DisplayParts display{parts(), "", 0, {}};
        show::DisplayShow show(std::move(display), options_.stage(), ignored);
        Watched loop(show, clock_, rehearsed_);
        KIOSK_TRY(loop.settle());
        // As many sights as there are slides, each for as long as it may be, and never two at once.
        for (std::size_t shown = 0; shown < pack_.display.slides.size(); ++shown) {
            auto const number = show.state().number;
            for (Duration waited{0}; show.state().number == number; waited += 1s) {
                if (waited > duration_of(content::kCodeBounds.most)) return loop.stands_still();
                KIOSK_TRY(loop.run(1s));
            }
            if (show.state().number != number + 1) return loop.rushes();
        }
        show.stop();
        return success();
    }

    content::Pack const& pack_;
    settings::ThemeSet const& themes_;
    RehearsalOptions const& options_;
    Random random_;
    ManualClock clock_;
    NoSink sink_;
    std::unique_ptr<platform::Display> display_;
    Rehearsed rehearsed_;
};

} // namespace

Result<Rehearsed> rehearse(content::Pack const& pack, settings::ThemeSet const& themes, RehearsalOptions const& options)
{
    return Rehearsal(pack, themes, options).run();
}

} // namespace kiosk::rehearsal
