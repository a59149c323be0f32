#include "program/run.h"
#include "files/files.h"
#include "platform/render_target.h"
#include "program/application.h"
#include "program/doctor/doctor.h"
#include "program/restart.h"
#include "program/setup/probe.h"
#include "program/setup/windows.h"
#include "rehearsal/script_player.h"
#include "system/drop_root.h"
#include "system/exit_code.h"
#include "system/in_background.h"
#include "system/log.h"
#include "system/print.h"
#include "system/program_start.h"
#include "system/system_requests.h"

#include <cstdio>
#include <fmt/format.h>
#include <optional>
#include <random>

namespace kiosk::program {

namespace {

void print(Problems const& problems)
{
    for (auto const& problem : problems)
        log(problem.severity == Severity::error ? LogLevel::fault : LogLevel::warning, problem.line());
}

// The commands of a script; nothing after its faults were printed.
std::optional<std::vector<rehearsal::Command>> read_script(std::filesystem::path const& file)
{
    auto const text = read_file(file);
    if (!text) {
        fault(text.error().line());
        return std::nullopt;
    }
    Problems problems;
    auto commands = rehearsal::parse_script(text.value(), file.string(), problems);
    for (auto const& problem : problems) print(Channel::errors, "kiosk: {}\n", problem.line());
    if (!problems.empty()) return std::nullopt;
    return commands;
}

int run_script(Options const& options)
{
    auto const commands = read_script(options.script);
    if (!commands) return kExitFault;
    auto opened = load_setup(options);
    if (!opened) return fault(opened.error().line());
    auto setup = opened.take();
    bool const looping = options.config.mode == settings::Mode::display;
    auto const& screen = looping ? options.config.display.screen : options.config.kiosk;
    auto const rasterised =
        options.measure.empty() ? platform::Rasterised::on_demand : platform::Rasterised::every_frame;
    auto display =
        platform::make_offscreen(options.offscreen->width, options.offscreen->height, rotation_of(screen), rasterised);
    if (!display) return fault(display.error().line());

    ManualClock clock;
    services::Writer writer(setup.writer_options(), clock);
    log_content_start(setup.content_start, writer);
    WriterSink sink(writer);
    Trace trace(options.trace);
    show::FrameTimes times;
    times.begin();
    auto const seed = options.seed == 0 ? 1 : options.seed;
    auto const inches = panel_inches(screen, {});
    auto const staff = setup.make_staff_service({writer, clock, {}, Execution::at_once, {}, {}, nullptr});
    auto const start = [&] {
        return looping
                   ? setup.make_display(*display.value(), inches, clock, sink, writer, seed, Execution::at_once, {})
                   : setup.make_kiosk(*display.value(), inches, clock, sink, seed, Execution::at_once, {}, staff.get());
    };
    auto show = start();
    print(setup.problems);
    setup.save_last_good_config();
    rehearsal::PlayOptions play{options.shots,
                                [&](std::string_view scene) { trace.write(scene); },
                                [&] {
                                    times.presented();
                                    times.begin();
                                },
                                {},
                                [&]() -> show::ScreenRunner& {
                                    show->stop();
                                    show.reset(); // before the next: there is one screen
                                    show = start();
                                    return *show;
                                }};
    rehearsal::ScriptPlayer player(*show, clock, *display.value(), std::move(play));
    auto const played = player.play(*commands);
    show->stop();
    auto const status = writer.flush();
    setup.save_last_good_config(); // the first start makes the folder
    if (!options.measure.empty())
        if (auto const written = times.write(options.measure); !written) return fault(written.error().line());
    if (!played) return fault(played.error().line());
    if (!status.last_fault.empty()) return kExitFault; // it is in the journal
    return 0;
}

struct RunResult {
    int code = 0;
    show::ExitAction exit_action = show::ExitAction::none;
};

int exit_code_of(LoopEnd const& end)
{
    if (end.device_status != show::DeviceStatus::renderer_lost) return 0;
    fault(Error{"display", "drawing has failed again and again", "the service starts the kiosk anew"}.line());
    return kExitRendererLost;
}

RunResult run_windows(Options const& options)
{
    // The content is read while the screens are opened.
    auto reading = in_background("what the kiosk reads at its start", [&options] { return load_setup(options); });
    auto opened = show::open_windows_with_retry(windows_of(options), options.wait_for_display);
    if (!opened) {
        fault(opened.error().line());
        return {kExitNoDisplay};
    }
    auto& windows = *opened.value();
    platform::StopSignals const signals([&windows] { windows.wake(); });
    auto read = reading.get();
    if (!read) return {fault(read.error().line())};
    auto setup = read.take();
    SystemClock const clock;
    auto const seed = options.seed != 0 ? options.seed : std::uint64_t{std::random_device{}()} + 1;
    Application application(setup, {windows, clock, signals, seed, [&windows] { windows.wake(); }});
    print(setup.problems);
    auto const end = application.run(platform::ServiceNotify::from_environment(application.runners()));
    if (!options.measure.empty())
        if (auto const written = application.times().write(options.measure); !written)
            return {fault(written.error().line())};
    return {exit_code_of(end), end.exit_action};
}

} // namespace

int run(int argc, char** argv, std::string const& default_content)
{
    if (auto const begun = prepare_process(argc, argv); !begun) return fault(begun.error().line());
    auto read = read_options(argc, argv, default_content);
    if (auto const* code = std::get_if<int>(&read)) return *code;
    auto const& options = std::get<Options>(read);
    // That of the configuration is no argument.
    if (auto const done = drop_root_for(options.config.data); !done) return fault(done.error().line());
    if (options.check) return check_health(options);
    if (!options.probe.empty()) return run_probe(options);
    if (!options.take_content.empty()) return take_content(options);
    if (options.offscreen) return run_script(options);
    auto const end = run_windows(options);
    if (end.exit_action == show::ExitAction::restart) restart_program(argv);
    if (end.exit_action == show::ExitAction::power_off)
        if (auto const asked = SystemRequests().power_off(); !asked) log(LogLevel::warning, asked.error().line());
    return end.code;
}

} // namespace kiosk::program
