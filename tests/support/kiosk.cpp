#include "support/kiosk.h"
#include "files/files.h"
#include "support/temporary_folder.h"
#include "system/log.h"
#include "ui/pictures/image_decode.h"

#include <doctest/doctest.h>
#include <mutex>

namespace test {

using namespace kiosk;

long CountList::of(Measure measure, std::string const& item) const
{
    long n = 0;
    for (auto const& count : all)
        if (count.measure == measure && (item.empty() || count.item == item)) ++n;
    return n;
}

std::filesystem::path sources() { return KIOSK_SOURCES; }

std::string code_of(std::vector<std::string> const& rooms)
{
    std::string code;
    for (auto const& room : rooms)
        for (auto const& entry : std::filesystem::recursive_directory_iterator(sources() / "kiosk" / room))
            if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                code += read_file(entry.path()).value();
    return code;
}

content::Content const& shipped_content()
{
    static content::Content const content = content::read_content(sources() / "content").content;
    return content;
}

settings::ThemeSet const& shipped_themes()
{
    static settings::ThemeSet const themes = [] {
        Problems problems;
        return settings::read_themes(sources() / "assets/themes", "dusk", {}, problems);
    }();
    return themes;
}

std::filesystem::path const& tiny_assets()
{
    static TemporaryFolder const folder;
    static auto const path = [] {
        std::filesystem::copy(KIOSK_ASSETS "/themes", folder / "themes");
        std::filesystem::create_directory(folder / "pictures");
        ui::Image const image{2, 2, std::vector<std::uint8_t>(16, 200)};
        for (auto const& entry : std::filesystem::directory_iterator(KIOSK_ASSETS "/pictures")) {
            auto const name = entry.path().filename();
            if (name.string().starts_with("icon-"))
                std::filesystem::copy(entry.path(), folder / "pictures" / name);
            else
                REQUIRE(ui::write_png((folder / "pictures" / name).string(), image).ok());
        }
        return folder.path();
    }();
    return path;
}

std::filesystem::path tiny_pictures() { return tiny_assets() / "pictures"; }

Kiosk::Kiosk(KioskOptions const& options) : display_(platform::make_null_target(options.width, options.height))
{
    Problems problems;
    auto& sink = options.sink ? *options.sink : counts_;
    show::KioskScreenDependencies const parts{options.content ? *options.content : shipped_content(),
                                              *display_,
                                              clock_,
                                              shipped_themes(),
                                              sink,
                                              options.seed,
                                              22,
                                              nullptr,
                                              options.staff,
                                              options.pad,
                                              options.hours};
    app_ = std::make_unique<show::KioskScreen>(
        parts, ui::StageOptions{ui::Fonts::installed_folders(), {tiny_pictures()}, Execution::at_once, {}}, problems);
    player_ = std::make_unique<rehearsal::ScriptPlayer>(*app_, clock_, *display_, rehearsal::PlayOptions{});
}

void Kiosk::tap(std::string const& node)
{
    auto const tapped = player_->tap(node);
    if (!tapped) FAIL(tapped.error().line());
}

void Kiosk::answer_any()
{
    for (auto const* id : {"quiz.answer.a", "quiz.answer.true"}) // the intent has an a, too
        if (has(id)) {
            tap(id);
            break;
        }
    if (has("quiz.confirm")) tap("quiz.confirm");
    if (has("quiz.next")) tap("quiz.next");
}

struct Journal::Lines {
    std::mutex mutex;
    std::vector<std::string> texts;
    LogSink before;
};

Journal::Journal() : lines_(std::make_shared<Lines>())
{
    lines_->before = set_log_sink([lines = lines_](LogLevel, std::string_view message) {
        std::lock_guard const lock(lines->mutex);
        lines->texts.emplace_back(message);
    });
}

Journal::~Journal() { set_log_sink(lines_->before); }

bool Journal::says(std::string const& part) const
{
    std::lock_guard const lock(lines_->mutex);
    for (auto const& text : lines_->texts)
        if (text.find(part) != std::string::npos) return true;
    return false;
}

} // namespace test
