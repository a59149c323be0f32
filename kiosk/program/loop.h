// Loop: steps every show, then sleeps until the first deadline of the shows, the devices, the watchdog and staff mode,
// or until an event comes. Ends by a signal, a closed window, a lost renderer or a command of staff. Owner:
// Application; borrows everything. Drawing thread only.
#pragma once
#include "platform/service_notify.h"
#include "platform/stop_signals.h"
#include "services/writer.h"
#include "show/devices.h"
#include "show/frame_times.h"
#include "show/staff_service.h"

#include <cstdio>
#include <filesystem>

namespace kiosk::program {

// Writes scenes as text to a file, which another program can follow (--trace).
class Trace {
public:
    explicit Trace(std::filesystem::path const& file);
    Trace(Trace const&) = delete;
    Trace& operator=(Trace const&) = delete;
    ~Trace();
    void write(std::string_view text);
    // If it has changed.
    void scene(show::ScreenRunner const& show);

private:
    std::FILE* file_ = nullptr;
    std::string last_;
};

struct LoopDependencies {
    platform::Windows& windows;
    std::vector<std::unique_ptr<show::ScreenRunner>>& runners;
    Trace& trace;
    show::FrameTimes& times;
    Clock const& clock;
    services::Writer const& writer;
    platform::StopSignals const& signals;
    show::StaffService const* staff = nullptr;
    std::function<void()> presented; // a frame of any show
};

// Why the loop has ended; both at their defaults: a signal or a closed window.
struct LoopEnd {
    show::DeviceStatus device_status = show::DeviceStatus::ok;
    show::ExitAction exit_action = show::ExitAction::none;
};

class Loop {
public:
    Loop(LoopDependencies parts, platform::ServiceNotify service);
    Loop(Loop const&) = delete;
    Loop& operator=(Loop const&) = delete;
    LoopEnd run();

private:
    // False when it is time to stop.
    bool run_once();
    void step_all();
    void add_deadlines();

    LoopDependencies parts_;
    show::Devices devices_;
    platform::ServiceNotify service_;
    Deadlines deadlines_;
    LoopEnd end_;
    std::size_t described_ = 0; // windows that were described in the journal
};

} // namespace kiosk::program
