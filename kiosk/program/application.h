// Application: the kiosk on its windows: makes the writer, the trial of new content, the staff's services and one show
// for each screen from a Setup, and runs the loop. Owner: run.cpp, or a test with windows and a clock of its own.
// Borrows the setup, the windows, the clock and the signals. Drawing thread only.
#pragma once
#include "program/loop.h"
#include "program/setup/setup.h"
#include "program/writer_sink.h"
#include "services/content_trial.h"
#include "services/stick_content.h"

namespace kiosk::program {

struct ApplicationDependencies {
    platform::Windows& windows;
    Clock const& clock;
    platform::StopSignals const& signals;
    std::uint64_t seed = 1;
    std::function<void()> wake;               // wakes the loop; called on other threads
    Execution waiting = Execution::on_worker; // for what staff ask for
    Execution decode = Execution::on_worker;
};

class Application {
public:
    Application(Setup& setup, ApplicationDependencies parts);
    Application(Application const&) = delete;
    Application& operator=(Application const&) = delete;

    // Runs the loop to its end, then ends visits and stores all counts.
    LoopEnd run(platform::ServiceNotify service);

    std::size_t runners() const { return runners_.size(); }
    show::ScreenRunner const& show(std::size_t index) const { return *runners_.at(index); }
    services::Writer& writer() { return writer_; }
    show::FrameTimes const& times() const { return times_; }

private:
    void add_runners();
    std::unique_ptr<show::StaffService> make_staff_service();

    Setup& setup_;
    ApplicationDependencies parts_;
    services::Writer writer_;
    WriterSink sink_;
    services::ContentTrial trial_;
    Trace trace_;
    show::FrameTimes times_;
    std::unique_ptr<updates::ContentUpdates> updates_;
    std::unique_ptr<services::StickContent> stick_content_;
    std::unique_ptr<show::StaffService> staff_;
    std::vector<std::unique_ptr<show::ScreenRunner>> runners_; // last: they use what stands above, and their windows
};

} // namespace kiosk::program
