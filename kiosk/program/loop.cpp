#include "program/loop.h"
#include "files/new_file.h"
#include "system/log.h"

#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace kiosk::program {

Trace::Trace(std::filesystem::path const& file)
{
    if (file.empty()) return;
    auto made = make_file(file, Replace::file);
    if (made) file_ = ::fdopen(::dup(made.value().number()), "w");
    if (!file_) log(LogLevel::warning, made ? file.string() + ": the trace cannot be written" : made.error().line());
}

Trace::~Trace()
{
    if (file_) std::fclose(file_);
}

void Trace::write(std::string_view text)
{
    if (!file_) return;
    std::fwrite(text.data(), 1, text.size(), file_);
    std::fflush(file_);
}

void Trace::scene(show::ScreenRunner const& show)
{
    if (!file_) return;
    auto dump = show.scene().dump();
    if (dump == last_) return;
    write(fmt::format("== {}, {}\n{}", show.screen(), show.language(), dump));
    last_ = std::move(dump);
}

Loop::Loop(LoopDependencies parts, platform::ServiceNotify service)
    : parts_(std::move(parts)),
      devices_(parts_.windows, parts_.runners, parts_.clock),
      service_(std::move(service))
{
    add_deadlines();
}

void Loop::add_deadlines()
{
    for (auto const& show : parts_.runners) deadlines_.add(show->deadlines());
    devices_.add_to(deadlines_);
    deadlines_.add("a sign of life", [this](Instant) { return service_.frame_due(); });
    if (parts_.staff) deadlines_.add("the end", [this](Instant) { return parts_.staff->exit_due(); });
}

LoopEnd Loop::run()
{
    while (run_once()) {
    }
    service_.stopping();
    return end_;
}

void Loop::step_all()
{
    auto const due = service_.frame_due();
    for (std::size_t i = 0; i < parts_.runners.size(); ++i) {
        auto& show = *parts_.runners[i];
        parts_.times.begin();
        if (due && *due <= parts_.clock.now()) show.expose();
        if (show.step()) {
            parts_.times.presented();
            service_.presented(i, parts_.clock.now());
            if (parts_.presented) parts_.presented();
            // A trace has one screen: the one that is touched.
            if (i == 0) parts_.trace.scene(show);
            if (described_ <= i) {
                auto const line = "on " + parts_.windows.at(described_++).describe();
                log(LogLevel::information, line);
                service_.status(line);
            }
        }
    }
}

bool Loop::run_once()
{
    service_.worker_alive(parts_.writer.last_heartbeat());
    step_all();
    auto const time_until_due = deadlines_.time_until_due(parts_.clock.now(), show::kLongestSleep);
    // Rounded up: to wake too early would cost a turn in which nothing is due.
    auto const incoming = parts_.windows.wait(std::chrono::ceil<Milliseconds>(time_until_due));
    service_.note_input_polled();
    end_.device_status = devices_.tick(incoming);
    if (parts_.staff) end_.exit_action = parts_.staff->exit_action();
    bool running = !parts_.signals.asked() && end_.device_status == show::DeviceStatus::ok &&
                   end_.exit_action == show::ExitAction::none;
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        for (auto const& finger : incoming[i].fingers) parts_.runners[i]->push(finger);
        for (auto const key : incoming[i].keys) parts_.runners[i]->push(key);
        if (incoming[i].exposed) parts_.runners[i]->expose();
        running = running && !incoming[i].stop;
    }
    return running;
}

} // namespace kiosk::program
