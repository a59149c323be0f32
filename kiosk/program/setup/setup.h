// The setup: everything that is read once at start and lent to what runs on the screens: options, content, themes. It
// makes what runs from it. Owner: run.
#pragma once
#include "program/setup/content_choice.h"
#include "program/setup/options.h"
#include "services/staff_services.h"
#include "services/writer.h"
#include "show/display_show.h"

namespace kiosk::program {

struct ServiceParts {
    services::Writer& writer;
    Clock const& clock;
    std::function<void()> replied; // called on a worker when a reply to staff is there
    Waiting waiting = Waiting::on_worker;
    std::function<health::HealthFacts()> window;                               // none where there is no window
    std::function<services::MachineHealth(health::HealthFacts const&)> health; // none: nobody looks at the machine
    services::ContentService* content = nullptr;
};

struct Setup {
    Options options;
    content::Pack pack;
    std::shared_ptr<updates::Shelf> shelf; // of content by stick; none where the command line names the content
    ContentStart content_start;
    settings::ThemeSet themes;
    staff::Settings settings; // as they are in force
    Problems problems;
    Problems config_problems; // those of them that the configuration has

    services::WriterOptions writer_options() const;
    // `ready` is called on the worker when a picture is there. Without a service there is no staff mode.
    std::unique_ptr<show::Show> make_kiosk(platform::Display& display, float inches, Clock const& clock,
                                           show::CountSink& sink, std::uint64_t seed, ui::Decode decode,
                                           std::function<void()> ready, show::StaffService* staff = nullptr);
    // None without a way in. It borrows this setup.
    std::unique_ptr<show::StaffService> make_staff_service(ServiceParts const& parts) const;
    // Without slides in the content there is nothing to loop: the kiosk's own attract loop stands in.
    std::unique_ptr<show::Show> make_display(platform::Display& display, float inches, Clock const& clock,
                                             show::CountSink& sink, services::Writer const& writer, std::uint64_t seed,
                                             ui::Decode decode, std::function<void()> ready);

    // The configuration, for the next start: now that this one has begun with it.
    void keep_config() const;

private:
    ui::StageOptions stage(ui::Decode decode, std::function<void()> ready) const;
};

// Reads everything from the disk; any thread. To look writes nothing. What content lacks is said in the setup's
// problems; an Error where reading it threw.
Result<Setup> load_setup(Options const& options, Reading reading = Reading::start);

} // namespace kiosk::program
