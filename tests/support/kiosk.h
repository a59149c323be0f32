// The fixture of most tests: a whole kiosk on a virtual clock, without drawing.
//   Kiosk kiosk; kiosk.tap("home.quiz"); kiosk.wait(90s); CHECK(kiosk.screen() == Screen::attract);
#pragma once
#include "content/read/read.h"
#include "rehearsal/script_player.h"
#include "show/kiosk_screen.h"

#include <filesystem>
#include <memory>

namespace test {

using namespace std::chrono_literals;
using kiosk::visit::Screen;

// Records every count in the order of commits, and the number of commits.
class CountList final : public kiosk::show::CountSink {
public:
    void commit(std::vector<kiosk::Count> counts, kiosk::WallTime claimed) override
    {
        ++commits;
        under.insert(under.end(), counts.size(), claimed);
        all.insert(all.end(), counts.begin(), counts.end());
    }
    void note(std::string event, std::string detail) override
    {
        notes.push_back(std::move(event) + ": " + std::move(detail));
    }
    bool clock_trusted() const override { return trusted; }
    long of(kiosk::Measure measure, std::string const& item = "") const;

    std::vector<kiosk::Count> all;
    std::vector<kiosk::WallTime> under; // the claimed time of each count
    std::vector<std::string> notes;
    int commits = 0;
    bool trusted = true;
};

// The shipped content, read once for all tests.
kiosk::content::Content const& shipped_content();
std::filesystem::path sources();
// All sources of these rooms and of the rooms below them, one after the other.
std::string code_of(std::vector<std::string> const& rooms);
kiosk::settings::ThemeSet const& shipped_themes();
// Assets for kiosks at which nobody looks: the names of the shipped pictures, a few pixels in each, icons and themes as
// they are. To decode the real ones takes longer than all else that such a test does.
std::filesystem::path const& tiny_assets();
std::filesystem::path tiny_pictures();

struct KioskOptions {
    int width = 1920, height = 1080;
    kiosk::content::Content const* content = nullptr; // the shipped one
    kiosk::show::CountSink* sink = nullptr;           // a list of the kiosk's own
    std::uint64_t seed = 1;
    kiosk::show::StaffService* staff = nullptr; // no staff mode
    kiosk::visit::KeypadOrder pad = kiosk::visit::KeypadOrder::usual;
    kiosk::settings::OpeningHours const* hours = nullptr; // always open
};

class Kiosk {
public:
    explicit Kiosk(KioskOptions const& options = {});

    // A node that is not there fails the test.
    void tap(std::string const& node);
    void tap_at(float x, float y) { player_->tap(kiosk::Point{x, y}); }
    void begin(std::string const& language = "en") { tap("attract.language." + language); }
    void wait(kiosk::Duration duration) { player_->wait(duration); }
    void key(std::string const& name) { player_->key(name); }
    bool has(std::string const& node) const { return app_->scene().find(node) != nullptr; }
    // Whichever answer there is; then on to the next question.
    void answer_any();

    Screen screen() const { return app_->state().screen; }
    kiosk::visit::State const& state() const { return app_->state(); }
    kiosk::ui::Scene const& scene() const { return app_->scene(); }
    kiosk::show::KioskScreen& app() { return *app_; }
    kiosk::rehearsal::ScriptPlayer& player() { return *player_; }
    CountList const& counts() const { return counts_; }
    kiosk::ManualClock& clock() { return clock_; }
    long presented() const { return display_->presented(); }

private:
    kiosk::ManualClock clock_;
    CountList counts_;
    std::unique_ptr<kiosk::platform::RenderTarget> display_;
    std::unique_ptr<kiosk::show::KioskScreen> app_;
    std::unique_ptr<kiosk::rehearsal::ScriptPlayer> player_;
};

// The journal's lines while it lives; unexpected ones no longer fail the test.
class Journal {
public:
    Journal();
    ~Journal();
    Journal(Journal const&) = delete;
    Journal& operator=(Journal const&) = delete;
    bool says(std::string const& part) const;

private:
    struct Lines;
    std::shared_ptr<Lines> lines_;
};

} // namespace test
