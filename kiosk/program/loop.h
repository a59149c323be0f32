// Loop: steps every show until all are at rest, then sleeps until the first deadline of all that there are: each
// show's, the devices', the service's that watches us, the staff's; or until something comes in. Ends when a
// signal, a window or the staff say so. Owner: run; borrows everything. Drawing thread only.
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

// Scenes as text, a file that is written as it happens so that another program can follow.
class Trace {
public:
    explicit Trace(std::filesystem::path const& file);
    Trace(Trace const&) = delete;
    Trace& operator=(Trace const&) = delete;
    ~Trace();
    void write(std::string_view text);
    // If it has changed.
    void scene(show::Show const& show);

private:
    std::FILE* file_ = nullptr;
    std::string last_;
};

struct LoopParts {
    platform::Windows& windows;
    std::vector<std::unique_ptr<show::Show>>& shows;
    Trace& trace;
    show::FrameTimes& times;
    Clock const& clock;
    services::Writer const& writer;
    platform::StopSignals const& signals;
    show::StaffService const* staff = nullptr;
    std::function<void()> presented; // a frame of any show
};

// How it ended: told to stop, the renderer lost, or as staff wanted it.
struct LoopEnd {
    show::Going going = show::Going::ok;
    show::Ending ending = show::Ending::none;
};

class Loop {
public:
    Loop(LoopParts parts, platform::ServiceNotify service);
    Loop(Loop const&) = delete;
    Loop& operator=(Loop const&) = delete;
    LoopEnd run();

private:
    // False when it is time to stop.
    bool turn();
    void step_all();
    void add_deadlines();

    LoopParts parts_;
    show::Devices devices_;
    platform::ServiceNotify service_;
    Deadlines deadlines_; // all there are
    LoopEnd end_;
    std::size_t said_ = 0; // windows that were described in the journal
};

} // namespace kiosk::program
