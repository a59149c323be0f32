#include "app/house.h"
#include "app/picture_process.h"
#include "base/log.h"
#include "base/version.h"
#include "engagement/export.h"
#include "visit/countable.h"

#include <algorithm>

namespace kiosk::app {

engagement::WriterOptions House::writer_options() const
{
    bool const at_fair = options.config.setting == Setting::fair;
    engagement::WriterOptions writer;
    writer.folder = options.config.data;
    writer.store.kiosk = options.config.name;
    writer.store.partner = options.config.partner;
    writer.store.country = options.config.country;
    writer.threshold = options.config.threshold;
    writer.content_version = pack.version;
    writer.bucket = at_fair ? engagement::BucketSize::hour : engagement::BucketSize::day;
    writer.periods = at_fair ? engagement::Periods::until_now : engagement::Periods::months;
    writer.built = kReleased;
    writer.domain.items = visit::countable(pack);
    writer.domain.languages.insert(pack.languages.begin(), pack.languages.end());
    return writer;
}

ui::StageOptions House::stage(ui::Decode decode, std::function<void()> ready) const
{
    return {ui::Fonts::debian_folders(),
            {options.config.content / "pictures", options.config.assets / "pictures"},
            decode,
            std::move(ready),
            foreign_pictures(options.config.content)};
}

std::unique_ptr<Show> House::kiosk(platform::Display& display, float inches, Clock const& clock, CountSink& sink,
                                   std::uint64_t seed, ui::Decode decode, std::function<void()> ready, StaffDesk* desk)
{
    auto const pad = options.config.staff.shuffle ? visit::PadOrder::shuffled : visit::PadOrder::usual;
    AppParts const parts{pack,   display,
                         clock,  themes,
                         sink,   seed,
                         inches, &options.config.dayparts,
                         desk,   pad,
                         &options.config.hours};
    return std::make_unique<App>(parts, stage(decode, std::move(ready)), problems);
}

std::unique_ptr<StaffDesk> House::desk(engagement::Writer& writer, Clock const& clock, std::function<void()> answer,
                                       Waiting waiting) const
{
    auto const& config = options.config;
    std::error_code ignored;
    // With nothing set there is nothing to type, and no way in.
    if (config.staff.pin_hash.empty() && !std::filesystem::exists(config.data / "pin", ignored)) return nullptr;
    KioskDeskOptions desk;
    desk.figures.kiosk = config.name;
    desk.figures.fair = config.fair;
    desk.figures.exporting = config.exporting;
    desk.figures.at_fair = config.setting == Setting::fair;
    desk.figures.waiting = waiting;
    desk.data = config.data;
    desk.pin_hash = config.staff.pin_hash;
    desk.machine_start = staff::this_machine_start();
    desk.settings = settings;
    return std::make_unique<KioskDesk>(std::move(desk), pack, writer, clock, std::move(answer));
}

std::unique_ptr<Show> House::display(platform::Display& display, float inches, Clock const& clock, CountSink& sink,
                                     engagement::Writer const& writer, std::uint64_t seed, ui::Decode decode,
                                     std::function<void()> ready)
{
    if (pack.display.slides.empty()) {
        problems.push_back({Severity::warning,
                            {(options.config.content / "kiosk.toml").string()},
                            "this content has nothing for the display; its attract loop is shown",
                            "name a folder of content/display as display = \"fair\""});
        return kiosk(display, inches, clock, sink, seed, decode, std::move(ready));
    }
    auto const figures = [&writer] {
        auto const today = writer.status().today;
        auto const told = [&](Measure measure) {
            auto const found = today.find(measure);
            return found == today.end() ? 0 : DisplayShow::told(found->second, engagement::kThreshold);
        };
        return visit::LiveFigures{told(Measure::visits), told(Measure::quiz_answer)};
    };
    constexpr double kMillimetres = 1000;
    DisplayParts parts{
        {pack, display, clock, themes, sink, seed, inches, &options.config.dayparts, nullptr, &options.config.hours},
        options.config.display.stand,
        static_cast<float>(options.config.display.viewing_distance_m * kMillimetres),
        figures};
    return std::make_unique<DisplayShow>(std::move(parts), stage(decode, std::move(ready)), problems);
}

namespace {

// What this kiosk has otherwise than the content says.
void adapt(content::Pack& pack, Config const& config, StaffSettings const& settings, Problems& problems)
{
    std::vector<content::Language> languages;
    for (auto const& language : settings.languages) {
        auto const& all = pack.languages;
        if (std::find(all.begin(), all.end(), language) != all.end())
            languages.push_back(language);
        else
            problems.push_back({Severity::warning,
                                {},
                                "the content has no language '" + language + "'",
                                "correct 'languages' in the configuration"});
    }
    if (!languages.empty()) pack.languages = languages;
    auto const put = [](double& timing, double configured) {
        if (configured > 0) timing = configured;
    };
    put(pack.timings.idle, config.idle.usual);
    put(pack.timings.idle_reading, config.idle.reading);
    put(pack.timings.idle_report, config.idle.reporting);
    put(pack.timings.warning, config.idle.warning);
}

} // namespace

House open_house(Options const& options)
{
    House house;
    house.options = options;
    auto chosen = choose_content(options);
    house.options.config.content = chosen.folder;
    house.shelf = std::move(chosen.shelf);
    house.content_start = std::move(chosen.start);
    auto& read = chosen.read;
    house.pack = std::move(read.pack);
    house.problems = house.options.problems;
    house.problems.insert(house.problems.end(), read.problems.begin(), read.problems.end());
    auto const& config = house.options.config;
    house.settings.languages = config.languages;
    auto const faults = staff::read_settings(config.data / staff::kSettingsFile, house.settings);
    house.problems.insert(house.problems.end(), faults.begin(), faults.end());
    adapt(house.pack, config, house.settings, house.problems);
    house.settings.languages = house.pack.languages;
    house.themes = read_themes(config.assets / "themes", config.theme, config.dayparts, house.problems);
    if (!house.pack.usable())
        log(LogLevel::fault, house.options.config.content.string() +
                                 ": there is nothing to show; the safe page stands in (run kiosk-content check)");
    return house;
}

} // namespace kiosk::app
