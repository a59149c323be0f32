#include "program/application.h"
#include "program/doctor/machine_health.h"
#include "program/setup/windows.h"

#include <utility>

namespace kiosk::program {

Application::Application(Setup& setup, ApplicationDependencies parts)
    : setup_(setup),
      parts_(std::move(parts)),
      writer_(setup.writer_options(), parts_.clock),
      sink_(writer_),
      trial_([shelf = setup.shelf] { return shelf->confirm_trial(); }, setup.content_start.on_trial),
      trace_(setup.options.trace)
{
    log_content_start(setup.content_start, writer_);
    staff_ = make_staff_service();
    add_runners();
    for (auto& show : runners_) show->panel().set_brightness(static_cast<float>(setup.settings.brightness) / 100);
    setup.save_last_good_config();
}

std::unique_ptr<show::StaffService> Application::make_staff_service()
{
    auto const& config = setup_.options.config;
    if (setup_.shelf) {
        updates_ = make_content_updates(*setup_.shelf, config, writer_, parts_.clock);
        stick_content_ =
            std::make_unique<services::StickContent>(*updates_, setup_.content.version, setup_.shelf->folder());
    }
    StaffServiceDependencies service{writer_, parts_.clock, parts_.wake, parts_.waiting, {}, {}, stick_content_.get()};
    service.window = [this] { return window_facts(parts_.windows, *runners_.at(0), setup_.options.config); };
    service.health = [this](health::HealthFacts const& window) {
        return machine_health(setup_, writer_, parts_.clock, window);
    };
    return setup_.make_staff_service(service);
}

void Application::add_runners()
{
    auto const& config = setup_.options.config;
    auto& windows = parts_.windows;
    if (config.mode != settings::Mode::display) {
        auto& window = windows.at(runners_.size());
        runners_.push_back(setup_.make_kiosk(window, panel_inches(config.kiosk, window.diagonal_inches()), parts_.clock,
                                             sink_, parts_.seed, parts_.decode, parts_.wake, staff_.get()));
    }
    if (config.mode != settings::Mode::kiosk && runners_.size() < windows.count()) {
        auto& window = windows.at(runners_.size());
        runners_.push_back(setup_.make_display(window, panel_inches(config.display.screen, window.diagonal_inches()),
                                               parts_.clock, sink_, writer_, parts_.seed, parts_.decode, parts_.wake));
    }
}

LoopEnd Application::run(platform::ServiceNotify service)
{
    auto const presented = [this] { trial_.presented(parts_.clock.now()); };
    Loop loop(
        {parts_.windows, runners_, trace_, times_, parts_.clock, writer_, parts_.signals, staff_.get(), presented},
        std::move(service));
    auto end = loop.run();
    trial_.wait();
    for (auto& show : runners_) show->stop();
    writer_.flush();
    setup_.save_last_good_config(); // the first start makes the folder
    if (end.device_status == show::DeviceStatus::more_screens) end.exit_action = show::ExitAction::restart;
    // A signal during the steps above means to stop, not to restart.
    if (parts_.signals.asked() && end.exit_action == show::ExitAction::restart)
        end.exit_action = show::ExitAction::none;
    return end;
}

} // namespace kiosk::program
