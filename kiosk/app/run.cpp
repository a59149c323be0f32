#include "app/run.h"
#include "app/frame_times.h"
#include "app/house.h"
#include "app/script_player.h"
#include "base/files.h"
#include "base/log.h"
#include "platform/window.h"

#include <cstdio>
#include <fmt/format.h>
#include <future>
#include <random>

namespace kiosk::app {

namespace {

class WriterSink final : public CountSink {
public:
    explicit WriterSink(engagement::Writer& writer) : writer_(writer) {}
    void commit(std::vector<Count> counts) override { writer_.commit(counts); }

private:
    engagement::Writer& writer_;
};

// Scenes as text, a file that is written as it happens so that another program can follow.
class Trace {
public:
    explicit Trace(std::filesystem::path const& file)
    {
        if (!file.empty()) file_ = std::fopen(file.c_str(), "w");
        if (!file.empty() && !file_) log(LogLevel::warning, file.string() + ": the trace cannot be written");
    }
    Trace(Trace const&) = delete;
    Trace& operator=(Trace const&) = delete;
    ~Trace()
    {
        if (file_) std::fclose(file_);
    }
    void write(std::string_view text)
    {
        if (!file_) return;
        std::fwrite(text.data(), 1, text.size(), file_);
        std::fflush(file_);
    }
    void scene(Show const& show)
    {
        if (!file_) return;
        auto dump = show.scene().dump();
        if (dump == last_) return;
        write(fmt::format("== {}, {}\n{}", show.screen(), show.language(), dump));
        last_ = std::move(dump);
    }

private:
    std::FILE* file_ = nullptr;
    std::string last_;
};

void say(Problems const& problems)
{
    for (auto const& problem : problems)
        log(problem.severity == Severity::error ? LogLevel::fault : LogLevel::warning, problem.line());
}

int fail(Error const& error)
{
    fmt::print(stderr, "kiosk: {}\n", error.line());
    return kExitFault;
}

platform::Rotation rotation_of(ScreenConfig const& screen)
{
    return platform::rotation_of(screen.rotation).value_or(platform::Rotation::none);
}

// What is written stands over what the screen says of itself.
float inches_of(ScreenConfig const& screen, std::optional<float> said)
{
    return screen.panel_diagonal_inches > 0 ? static_cast<float>(screen.panel_diagonal_inches)
                                            : said.value_or(kUsualPanel);
}

int run_script(Options const& options)
{
    auto const text = read_file(options.script);
    if (!text) return fail(text.error());
    Problems problems;
    auto const commands = parse_script(text.value(), options.script.string(), problems);
    for (auto const& problem : problems) fmt::print(stderr, "kiosk: {}\n", problem.line());
    if (!problems.empty()) return kExitFault;
    auto house = open_house(options);
    bool const looping = options.config.mode == Mode::display;
    auto const& screen = looping ? options.config.display.screen : options.config.kiosk;
    auto display = platform::make_offscreen(options.offscreen->width, options.offscreen->height, rotation_of(screen));
    if (!display) return fail(display.error());

    ManualClock clock;
    engagement::Writer writer(house.writer_options(), clock);
    WriterSink sink(writer);
    Trace trace(options.trace);
    FrameTimes times;
    times.begin();
    auto const seed = options.seed == 0 ? 1 : options.seed;
    auto const inches = inches_of(screen, {});
    auto const desk = house.desk(writer, {}, Waiting::at_once);
    auto const start = [&] {
        return looping ? house.display(*display.value(), inches, clock, sink, writer, seed, ui::Decode::at_once, {})
                       : house.kiosk(*display.value(), inches, clock, sink, seed, ui::Decode::at_once, {}, desk.get());
    };
    auto show = start();
    say(house.problems);
    PlayOptions play{options.shots,
                     [&](std::string_view scene) { trace.write(scene); },
                     [&] {
                         times.presented();
                         times.begin();
                     },
                     {},
                     [&]() -> Show& {
                         show->stop();
                         show.reset(); // before the next: there is one screen
                         show = start();
                         return *show;
                     }};
    ScriptPlayer player(*show, clock, *display.value(), std::move(play));
    auto const played = player.play(commands);
    show->stop();
    auto const status = writer.flush();
    if (!options.measure.empty())
        if (auto const written = times.write(options.measure); !written) return fail(written.error());
    if (!played) return fail(played.error());
    if (!status.last_fault.empty()) return kExitFault; // said in the journal
    return 0;
}

// The kiosk's window first, where there are two.
std::vector<platform::WindowOptions> windows_of(Options const& options)
{
    auto const mode = options.config.mode;
    std::vector<platform::WindowOptions> windows;
    auto const add = [&](ScreenConfig const& screen, int otherwise, platform::Refresh refresh) {
        platform::WindowOptions window;
        window.screen = screen.screen > 0 ? screen.screen : otherwise;
        window.rotation = rotation_of(screen);
        window.refresh = refresh;
        if (options.windowed) {
            window.mode = platform::WindowMode::windowed;
            window.width = options.windowed->width;
            window.height = options.windowed->height;
            if (mode == Mode::both) window.left = static_cast<int>(windows.size()) * options.windowed->width;
        }
        windows.push_back(window);
    };
    if (mode != Mode::display) add(options.config.kiosk, 1, platform::Refresh::with_the_screen);
    if (mode != Mode::kiosk) {
        // In windows, for trying, both are on the one screen there is.
        auto const otherwise = mode == Mode::both && !options.windowed ? 2 : 1;
        add(options.config.display.screen, otherwise,
            mode == Mode::both ? platform::Refresh::at_once : platform::Refresh::with_the_screen);
    }
    return windows;
}

// Steps every show until all are at rest, then sleeps until the first of them is due.
class Loop {
public:
    Loop(platform::Windows& windows, std::vector<std::unique_ptr<Show>>& shows, Trace& trace, FrameTimes& times)
        : windows_(windows),
          shows_(shows),
          trace_(trace),
          times_(times)
    {
    }

    void run()
    {
        while (turn()) {
        }
    }

private:
    // False when it is time to stop.
    bool turn()
    {
        auto sleep = Duration::max();
        for (std::size_t i = 0; i < shows_.size(); ++i) {
            times_.begin();
            if (shows_[i]->step()) {
                times_.presented();
                // Scripts that follow know one screen: the one that is touched.
                if (i == 0) trace_.scene(*shows_[i]);
                if (said_ <= i) log(LogLevel::information, "on " + windows_.at(said_++).describe());
            }
            sleep = std::min(sleep, shows_[i]->sleep());
        }
        // Rounded up: waking a moment too early would mean a turn for nothing.
        auto const incoming = windows_.wait(std::chrono::ceil<Milliseconds>(sleep));
        bool running = true;
        for (std::size_t i = 0; i < incoming.size(); ++i) {
            for (auto const& finger : incoming[i].fingers) shows_[i]->push(finger);
            for (auto const key : incoming[i].keys) shows_[i]->push(key);
            if (incoming[i].exposed) shows_[i]->expose();
            running = running && !incoming[i].stop;
        }
        return running;
    }

    platform::Windows& windows_;
    std::vector<std::unique_ptr<Show>>& shows_;
    Trace& trace_;
    FrameTimes& times_;
    std::size_t said_ = 0; // windows that were described in the journal
};

int run_windows(Options const& options)
{
    // The content is read while the screens are opened.
    auto reading = std::async(std::launch::async, [&options] { return open_house(options); });
    auto opened = platform::Windows::open(windows_of(options));
    if (!opened) {
        fail(opened.error());
        return kExitNoDisplay;
    }
    auto& windows = *opened.value();
    auto house = reading.get();
    SystemClock clock;
    engagement::Writer writer(house.writer_options(), clock);
    WriterSink sink(writer);
    Trace trace(options.trace);
    FrameTimes times;
    auto const seed = options.seed != 0 ? options.seed : std::uint64_t{std::random_device{}()} + 1;
    auto const wake = [&windows] { windows.wake(); };
    auto const& config = options.config;
    auto const desk = house.desk(writer, wake, Waiting::on_worker);
    std::vector<std::unique_ptr<Show>> shows;
    if (config.mode != Mode::display) {
        auto& window = windows.at(shows.size());
        shows.push_back(house.kiosk(window, inches_of(config.kiosk, window.diagonal_inches()), clock, sink, seed,
                                    ui::Decode::on_worker, wake, desk.get()));
    }
    if (config.mode != Mode::kiosk) {
        auto& window = windows.at(shows.size());
        shows.push_back(house.display(window, inches_of(config.display.screen, window.diagonal_inches()), clock, sink,
                                      writer, seed, ui::Decode::on_worker, wake));
    }
    say(house.problems);
    Loop(windows, shows, trace, times).run();
    for (auto& show : shows) show->stop();
    shows.clear(); // before their windows
    writer.flush();
    if (!options.measure.empty())
        if (auto const written = times.write(options.measure); !written) return fail(written.error());
    return 0;
}

} // namespace

int run(int argc, char** argv, std::string const& default_content)
{
    auto read = read_options(argc, argv, default_content);
    if (auto const* code = std::get_if<int>(&read)) return *code;
    auto const& options = std::get<Options>(read);
    return options.offscreen ? run_script(options) : run_windows(options);
}

} // namespace kiosk::app
