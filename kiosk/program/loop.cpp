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

void Trace::scene(show::Show const& show)
{
    if (!file_) return;
    auto dump = show.scene().dump();
    if (dump == last_) return;
    write(fmt::format("== {}, {}\n{}", show.screen(), show.language(), dump));
    last_ = std::move(dump);
}

Loop::Loop(LoopParts parts, platform::ServiceNotify service)
    : parts_(std::move(parts)),
      devices_(parts_.windows, parts_.shows, parts_.clock),
      service_(std::move(service))
{
    add_deadlines();
}

void Loop::add_deadlines()
{
    for (auto const& show : parts_.shows) deadlines_.add(show->deadlines());
    devices_.add_to(deadlines_);
    deadlines_.add("a sign of life", [this](Instant) { return service_.frame_due(); });
    if (parts_.staff) deadlines_.add("the end", [this](Instant) { return parts_.staff->ends(); });
}

LoopEnd Loop::run()
{
    while (turn()) {
    }
    service_.stopping();
    return end_;
}

void Loop::step_all()
{
    auto const due = service_.frame_due();
    for (std::size_t i = 0; i < parts_.shows.size(); ++i) {
        auto& show = *parts_.shows[i];
        parts_.times.begin();
        if (due && *due <= parts_.clock.now()) show.expose();
        if (show.step()) {
            parts_.times.presented();
            service_.presented(i, parts_.clock.now());
            if (parts_.presented) parts_.presented();
            // A trace has one screen: the one that is touched.
            if (i == 0) parts_.trace.scene(show);
            if (said_ <= i) {
                auto const line = "on " + parts_.windows.at(said_++).describe();
                log(LogLevel::information, line);
                service_.status(line);
            }
        }
    }
}

bool Loop::turn()
{
    service_.worker_turned(parts_.writer.turned());
    step_all();
    auto const sleep = deadlines_.sleep(parts_.clock.now(), show::kLongestSleep);
    // Rounded up: to wake too early would cost a turn in which nothing is due.
    auto const incoming = parts_.windows.wait(std::chrono::ceil<Milliseconds>(sleep));
    service_.looked_for_input();
    end_.going = devices_.tend(incoming);
    if (parts_.staff) end_.ending = parts_.staff->ending();
    bool running = !parts_.signals.asked() && end_.going == show::Going::ok && end_.ending == show::Ending::none;
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        for (auto const& finger : incoming[i].fingers) parts_.shows[i]->push(finger);
        for (auto const key : incoming[i].keys) parts_.shows[i]->push(key);
        if (incoming[i].exposed) parts_.shows[i]->expose();
        running = running && !incoming[i].stop;
    }
    return running;
}

} // namespace kiosk::program
