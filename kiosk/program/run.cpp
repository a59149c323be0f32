#include "program/run.h"
#include "files/files.h"
#include "platform/stop_signals.h"
#include "platform/window.h"
#include "program/doctor.h"
#include "program/house.h"
#include "program/loop.h"
#include "program/machine_health.h"
#include "program/probe.h"
#include "program/restart.h"
#include "rehearsal/script_player.h"
#include "services/content_trial.h"
#include "services/stick_content.h"
#include "system/exit_code.h"
#include "system/log.h"
#include "system/program_start.h"
#include "system/root_rights.h"
#include "system/say.h"
#include "system/system_requests.h"

#include <cstdio>
#include <fmt/format.h>
#include <future>
#include <random>

namespace kiosk::program {

namespace {

class WriterSink final : public show::CountSink {
public:
    explicit WriterSink(services::Writer& writer) : writer_(writer) {}
    void commit(std::vector<Count> counts, WallTime claimed) override { writer_.commit(counts, claimed); }
    void note(std::string event, std::string detail) override { writer_.note(std::move(event), std::move(detail)); }
    bool clock_trusted() const override { return writer_.status().clock_trusted; }

private:
    services::Writer& writer_;
};

void say(Problems const& problems)
{
    for (auto const& problem : problems)
        log(problem.severity == Severity::error ? LogLevel::fault : LogLevel::warning, problem.line());
}

ui::Rotation rotation_of(settings::ScreenConfig const& screen)
{
    return ui::rotation_of(screen.rotation).value_or(ui::Rotation::none);
}

// What is written stands over what the screen says of itself.
float inches_of(settings::ScreenConfig const& screen, std::optional<float> said)
{
    return screen.panel_diagonal_inches > 0 ? static_cast<float>(screen.panel_diagonal_inches)
                                            : said.value_or(kUsualPanel);
}

int run_script(Options const& options)
{
    auto const text = read_file(options.script);
    if (!text) return fault(text.error().line());
    Problems problems;
    auto const commands = rehearsal::parse_script(text.value(), options.script.string(), problems);
    for (auto const& problem : problems) say(Channel::errors, "kiosk: {}\n", problem.line());
    if (!problems.empty()) return kExitFault;
    auto opened = open_house(options);
    if (!opened) return fault(opened.error().line());
    auto house = opened.take();
    bool const looping = options.config.mode == settings::Mode::display;
    auto const& screen = looping ? options.config.display.screen : options.config.kiosk;
    auto const rasterised =
        options.measure.empty() ? platform::Rasterised::when_looked_at : platform::Rasterised::every_frame;
    auto display =
        platform::make_offscreen(options.offscreen->width, options.offscreen->height, rotation_of(screen), rasterised);
    if (!display) return fault(display.error().line());

    ManualClock clock;
    services::Writer writer(house.writer_options(), clock);
    note_start(house.content_start, writer);
    WriterSink sink(writer);
    Trace trace(options.trace);
    show::FrameTimes times;
    times.begin();
    auto const seed = options.seed == 0 ? 1 : options.seed;
    auto const inches = inches_of(screen, {});
    auto const staff = house.staff_service({writer, clock, {}, Waiting::at_once, {}, nullptr});
    auto const start = [&] {
        return looping ? house.display(*display.value(), inches, clock, sink, writer, seed, ui::Decode::at_once, {})
                       : house.kiosk(*display.value(), inches, clock, sink, seed, ui::Decode::at_once, {}, staff.get());
    };
    auto show = start();
    say(house.problems);
    house.keep_config();
    rehearsal::PlayOptions play{options.shots,
                                [&](std::string_view scene) { trace.write(scene); },
                                [&] {
                                    times.presented();
                                    times.begin();
                                },
                                {},
                                [&]() -> show::Show& {
                                    show->stop();
                                    show.reset(); // before the next: there is one screen
                                    show = start();
                                    return *show;
                                }};
    rehearsal::ScriptPlayer player(*show, clock, *display.value(), std::move(play));
    auto const played = player.play(commands);
    show->stop();
    auto const status = writer.flush();
    house.keep_config(); // the first start makes the folder
    if (!options.measure.empty())
        if (auto const written = times.write(options.measure); !written) return fault(written.error().line());
    if (!played) return fault(played.error().line());
    if (!status.last_fault.empty()) return kExitFault; // said in the journal
    return 0;
}

int code_of(LoopEnd const& end)
{
    if (end.going != show::Going::renderer_lost) return 0;
    fault(Error{"display", "drawing has failed again and again", "the service starts the kiosk anew"}.line());
    return kExitRendererLost;
}

struct Run {
    int code = 0;
    show::Ending ending = show::Ending::none;
};

Run run_windows(Options const& options)
{
    // The content is read while the screens are opened.
    auto reading = std::async(std::launch::async, [&options] { return open_house(options); });
    auto opened = show::open_patiently(windows_of(options), options.wait_for_display);
    if (!opened) {
        fault(opened.error().line());
        return {kExitNoDisplay};
    }
    auto& windows = *opened.value();
    platform::StopSignals const signals([&windows] { windows.wake(); });
    auto read = reading.get();
    if (!read) return {fault(read.error().line())};
    auto house = read.take();
    SystemClock clock;
    services::Writer writer(house.writer_options(), clock);
    note_start(house.content_start, writer);
    services::ContentTrial trial([&shelf = house.shelf] { return shelf->settle(); }, house.content_start.on_trial);
    WriterSink sink(writer);
    Trace trace(options.trace);
    show::FrameTimes times;
    auto const seed = options.seed != 0 ? options.seed : std::uint64_t{std::random_device{}()} + 1;
    auto const wake = [&windows] { windows.wake(); };
    auto const& config = options.config;
    std::vector<std::unique_ptr<show::Show>> shows;
    std::unique_ptr<updates::PackUpdates> updates;
    std::unique_ptr<services::StickContent> stick_content;
    if (house.shelf) {
        updates = make_pack_updates(*house.shelf, config, writer, clock);
        stick_content = std::make_unique<services::StickContent>(*updates, house.pack.version, house.shelf->folder());
    }
    auto const window_now = [&] { return window_facts(windows, *shows.at(0), config); };
    auto const staff = house.staff_service({writer, clock, wake, Waiting::on_worker, window_now, stick_content.get()});
    if (config.mode != settings::Mode::display) {
        auto& window = windows.at(shows.size());
        shows.push_back(house.kiosk(window, inches_of(config.kiosk, window.diagonal_inches()), clock, sink, seed,
                                    ui::Decode::on_worker, wake, staff.get()));
    }
    if (config.mode != settings::Mode::kiosk && shows.size() < windows.count()) {
        auto& window = windows.at(shows.size());
        shows.push_back(house.display(window, inches_of(config.display.screen, window.diagonal_inches()), clock, sink,
                                      writer, seed, ui::Decode::on_worker, wake));
    }
    for (auto& show : shows) show->panel().set_brightness(static_cast<float>(house.settings.brightness) / 100);
    say(house.problems);
    house.keep_config();
    auto const presented = [&] { trial.presented(clock.now()); };
    auto end = Loop({windows, shows, trace, times, clock, writer, signals, staff.get(), presented},
                    platform::ServiceNotify::from_environment(shows.size()))
                   .run();
    trial.wait();
    for (auto& show : shows) show->stop();
    shows.clear(); // before their windows
    writer.flush();
    house.keep_config(); // the first start makes the folder
    if (!options.measure.empty())
        if (auto const written = times.write(options.measure); !written) return {fault(written.error().line())};
    if (end.going == show::Going::more_screens) end.ending = show::Ending::restart;
    // Who is told to stop while it puts everything down does not begin anew.
    if (signals.asked() && end.ending == show::Ending::restart) end.ending = show::Ending::none;
    return {code_of(end), end.ending};
}

} // namespace

std::vector<platform::WindowOptions> windows_of(Options const& options)
{
    auto const mode = options.config.mode;
    std::vector<platform::WindowOptions> windows;
    auto const add = [&](settings::ScreenConfig const& screen, int otherwise, platform::Refresh refresh) {
        platform::WindowOptions window;
        window.screen = screen.screen > 0 ? screen.screen : otherwise;
        window.rotation = rotation_of(screen);
        window.refresh = refresh;
        if (options.windowed) {
            window.mode = platform::WindowMode::windowed;
            window.width = options.windowed->width;
            window.height = options.windowed->height;
            if (mode == settings::Mode::both) window.left = static_cast<int>(windows.size()) * options.windowed->width;
        }
        windows.push_back(window);
    };
    if (mode != settings::Mode::display) add(options.config.kiosk, 1, platform::Refresh::with_the_screen);
    if (mode != settings::Mode::kiosk) {
        // In windows, for trying, both are on the one screen there is.
        auto const otherwise = mode == settings::Mode::both && !options.windowed ? 2 : 1;
        add(options.config.display.screen, otherwise,
            mode == settings::Mode::both ? platform::Refresh::at_once : platform::Refresh::with_the_screen);
    }
    return windows;
}

int run(int argc, char** argv, std::string const& default_content)
{
    if (auto const begun = begin_program(argc, argv); !begun) return fault(begun.error().line());
    auto read = read_options(argc, argv, default_content);
    if (auto const* code = std::get_if<int>(&read)) return *code;
    auto const& options = std::get<Options>(read);
    // That of the configuration is no argument.
    if (auto const done = lay_down_root_for(options.config.data); !done) return fault(done.error().line());
    if (options.check) return check_health(options);
    if (!options.probe.empty()) return run_probe(options);
    if (!options.take_content.empty()) return take_content(options);
    if (options.offscreen) return run_script(options);
    auto const end = run_windows(options);
    if (end.ending == show::Ending::restart) begin_again(argv);
    if (end.ending == show::Ending::power_off)
        if (auto const asked = SystemRequests().power_off(); !asked) log(LogLevel::warning, asked.error().line());
    return end.code;
}

} // namespace kiosk::program
