#include "program/application.h"
#include "program/doctor/machine_health.h"
#include "program/setup/windows.h"

#include <utility>

namespace kiosk::program {

Application::Application(Setup& setup, ApplicationParts parts)
    : setup_(setup),
      parts_(std::move(parts)),
      writer_(setup.writer_options(), parts_.clock),
      sink_(writer_),
      trial_([shelf = setup.shelf] { return shelf->settle(); }, setup.content_start.on_trial),
      trace_(setup.options.trace)
{
    note_start(setup.content_start, writer_);
    staff_ = make_staff_service();
    add_shows();
    for (auto& show : shows_) show->panel().set_brightness(static_cast<float>(setup.settings.brightness) / 100);
    setup.keep_config();
}

std::unique_ptr<show::StaffService> Application::make_staff_service()
{
    auto const& config = setup_.options.config;
    if (setup_.shelf) {
        updates_ = make_pack_updates(*setup_.shelf, config, writer_, parts_.clock);
        stick_content_ =
            std::make_unique<services::StickContent>(*updates_, setup_.pack.version, setup_.shelf->folder());
    }
    ServiceParts service{writer_, parts_.clock, parts_.wake, parts_.waiting, {}, {}, stick_content_.get()};
    service.window = [this] { return window_facts(parts_.windows, *shows_.at(0), setup_.options.config); };
    service.health = [this](health::HealthFacts const& window) {
        return machine_health(setup_, writer_, parts_.clock, window);
    };
    return setup_.make_staff_service(service);
}

void Application::add_shows()
{
    auto const& config = setup_.options.config;
    auto& windows = parts_.windows;
    if (config.mode != settings::Mode::display) {
        auto& window = windows.at(shows_.size());
        shows_.push_back(setup_.make_kiosk(window, inches_of(config.kiosk, window.diagonal_inches()), parts_.clock,
                                           sink_, parts_.seed, parts_.decode, parts_.wake, staff_.get()));
    }
    if (config.mode != settings::Mode::kiosk && shows_.size() < windows.count()) {
        auto& window = windows.at(shows_.size());
        shows_.push_back(setup_.make_display(window, inches_of(config.display.screen, window.diagonal_inches()),
                                             parts_.clock, sink_, writer_, parts_.seed, parts_.decode, parts_.wake));
    }
}

LoopEnd Application::run(platform::ServiceNotify service)
{
    auto const presented = [this] { trial_.presented(parts_.clock.now()); };
    Loop loop({parts_.windows, shows_, trace_, times_, parts_.clock, writer_, parts_.signals, staff_.get(), presented},
              std::move(service));
    auto end = loop.run();
    trial_.wait();
    for (auto& show : shows_) show->stop();
    writer_.flush();
    setup_.keep_config(); // the first start makes the folder
    if (end.going == show::Going::more_screens) end.ending = show::Ending::restart;
    // A signal during the steps above means to stop, not to restart.
    if (parts_.signals.asked() && end.ending == show::Ending::restart) end.ending = show::Ending::none;
    return end;
}

} // namespace kiosk::program
