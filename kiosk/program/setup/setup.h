// The setup: everything that is read once at start: options, content, themes, settings. It makes the shows and the
// staff's services, which borrow it. Owner: run.cpp.
#pragma once
#include "program/setup/content_choice.h"
#include "program/setup/options.h"
#include "services/staff_services.h"
#include "services/writer.h"
#include "show/display_screen.h"

namespace kiosk::program {

struct StaffServiceDependencies {
    services::Writer& writer;
    Clock const& clock;
    std::function<void()> replied; // called on a worker when a reply to staff is there
    Execution waiting = Execution::on_worker;
    std::function<health::HealthFacts()> window;                               // empty without a window
    std::function<services::MachineHealth(health::HealthFacts const&)> health; // empty: no health page
    services::ContentService* content = nullptr;
};

struct Setup {
    Options options;
    content::Content content;
    std::shared_ptr<updates::Shelf> shelf; // of content by stick; null where the command line names the content
    ContentStart content_start;
    settings::ThemeSet themes;
    staff::Settings settings; // as they are in force
    Problems problems;
    Problems config_problems; // those of `problems` that are in the configuration

    services::WriterOptions writer_options() const;
    // `ready` is called on a worker when a picture is decoded. Without `staff` there is no staff mode.
    std::unique_ptr<show::ScreenRunner> make_kiosk(platform::RenderTarget& display, float inches, Clock const& clock,
                                                   show::CountSink& sink, std::uint64_t seed, Execution decode,
                                                   std::function<void()> ready, show::StaffService* staff = nullptr);
    // Null where nobody could open it: without a PIN, and without keys of recovery sticks. It borrows this setup.
    std::unique_ptr<show::StaffService> make_staff_service(StaffServiceDependencies const& parts) const;
    // Without slides for the display in the content, a kiosk with its attract loop.
    std::unique_ptr<show::ScreenRunner> make_display(platform::RenderTarget& display, float inches, Clock const& clock,
                                                     show::CountSink& sink, services::Writer const& writer,
                                                     std::uint64_t seed, Execution decode, std::function<void()> ready);

    // Copies the configuration for later starts (settings/last_good_config.h), if it has no fault.
    void save_last_good_config() const;

private:
    ui::StageOptions stage(Execution decode, std::function<void()> ready) const;
};

// Reads everything from the disk; any thread. Faults of content are in the setup's problems; an Error only for an
// exception.
Result<Setup> load_setup(Options const& options, LoadPurpose reading = LoadPurpose::start);

} // namespace kiosk::program
