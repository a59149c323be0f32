#include "app/run.h"
#include "app/app.h"
#include "app/frame_times.h"
#include "app/options.h"
#include "app/script_player.h"
#include "app/version.h"
#include "base/files.h"
#include "base/log.h"
#include "content/read.h"
#include "engagement/writer.h"

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
    void scene(App const& app)
    {
        if (!file_) return;
        auto dump = app.scene().dump();
        if (dump == last_) return;
        write(fmt::format("== {}, {}\n{}", visit::name(app.state().screen), app.state().language, dump));
        last_ = std::move(dump);
    }

private:
    std::FILE* file_ = nullptr;
    std::string last_;
};

// What both ways of running need, made once.
struct House {
    Options options;
    content::Pack pack;
    ThemeSet themes;
    Problems problems;

    engagement::WriterOptions writer_options() const
    {
        auto const size =
            options.config.setting == Setting::fair ? engagement::BucketSize::hour : engagement::BucketSize::day;
        return {options.config.data, {options.config.name, ""}, pack.version, size, kReleased};
    }
    ui::StageOptions stage_options(ui::Decode decode, std::function<void()> ready) const
    {
        return {ui::Fonts::debian_folders(),
                {options.config.content / "pictures", options.config.assets / "pictures"},
                decode,
                std::move(ready)};
    }
    AppParts parts(platform::Display& display, Clock const& clock, CountSink& sink, std::uint64_t seed) const
    {
        return {pack, display, clock, themes, sink, seed, static_cast<float>(options.config.panel_diagonal_inches)};
    }
};

void say(Problems const& problems)
{
    for (auto const& problem : problems)
        log(problem.severity == Severity::error ? LogLevel::fault : LogLevel::warning, problem.line());
}

// Reads everything from the disk; any thread.
House open_house(Options const& options)
{
    House house;
    house.options = options;
    auto read = content::read_pack(house.options.config.content);
    house.pack = std::move(read.pack);
    house.problems = house.options.problems;
    house.problems.insert(house.problems.end(), read.problems.begin(), read.problems.end());
    house.themes = read_themes(house.options.config.assets / "themes", house.options.config.theme, house.problems);
    if (!house.pack.usable())
        log(LogLevel::fault, house.options.config.content.string() +
                                 ": there is nothing to show; the safe page stands in (run kiosk-content check)");
    return house;
}

int fail(Error const& error)
{
    fmt::print(stderr, "kiosk: {}\n", error.line());
    return kExitFault;
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
    auto display = platform::make_offscreen(options.offscreen->width, options.offscreen->height);
    if (!display) return fail(display.error());

    ManualClock clock;
    engagement::Writer writer(house.writer_options(), clock);
    WriterSink sink(writer);
    Trace trace(options.trace);
    FrameTimes times;
    times.begin();
    App app(house.parts(*display.value(), clock, sink, options.seed == 0 ? 1 : options.seed),
            house.stage_options(ui::Decode::at_once, {}), house.problems);
    say(house.problems);
    PlayOptions play{options.shots, [&](std::string_view scene) { trace.write(scene); },
                     [&] {
                         times.presented();
                         times.begin();
                     }};
    ScriptPlayer player(app, clock, *display.value(), std::move(play));
    auto const played = player.play(commands);
    app.stop();
    auto const status = writer.flush();
    if (!options.measure.empty())
        if (auto const written = times.write(options.measure); !written) return fail(written.error());
    if (!played) return fail(played.error());
    if (!status.last_fault.empty()) return kExitFault; // said in the journal
    return 0;
}

int run_window(Options const& options)
{
    // The content is read while the display is opened.
    auto reading = std::async(std::launch::async, [&options] { return open_house(options); });
    auto opened = platform::Window::open(options.window);
    if (!opened) {
        fail(opened.error());
        return kExitNoDisplay;
    }
    auto& window = *opened.value();
    auto house = reading.get();
    SystemClock clock;
    engagement::Writer writer(house.writer_options(), clock);
    WriterSink sink(writer);
    Trace trace(options.trace);
    FrameTimes times;
    auto const seed = options.seed != 0 ? options.seed : std::uint64_t{std::random_device{}()} + 1;
    App app(house.parts(window, clock, sink, seed), house.stage_options(ui::Decode::on_worker, [&] { window.wake(); }),
            house.problems);
    say(house.problems);
    bool first = true;
    for (bool running = true; running;) {
        times.begin();
        if (app.step()) {
            times.presented();
            trace.scene(app);
            if (std::exchange(first, false)) log(LogLevel::information, "on " + window.describe());
            continue;
        }
        // Rounded up: waking a moment too early would mean a turn for nothing.
        auto const sleep = std::chrono::ceil<Milliseconds>(app.sleep());
        auto const incoming = window.wait(sleep);
        for (auto const& finger : incoming.fingers) app.push(finger);
        for (auto const key : incoming.keys) app.push(key);
        if (incoming.exposed) app.expose();
        running = !incoming.stop;
    }
    app.stop();
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
    return options.offscreen ? run_script(options) : run_window(options);
}

} // namespace kiosk::app
