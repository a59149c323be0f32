#include "program/setup/setup.h"
#include "naming/content_words.h"
#include "package/export.h"
#include "services/picture_process.h"
#include "store/data_folder.h"
#include "system/caught_exception.h"
#include "system/log.h"
#include "system/version.h"
#include "visit/countable.h"

#include <algorithm>

namespace kiosk::program {

services::WriterOptions Setup::writer_options() const
{
    bool const at_fair = options.config.setting == figures::Venue::fair;
    services::WriterOptions writer;
    writer.folder = options.config.data;
    if (options.config.wait_for_data) writer.data = store::DataFolder::awaited;
    auto& label = writer.store.label;
    label.kiosk = options.config.name;
    label.partner = options.config.partner;
    label.country = options.config.country;
    label.setting = at_fair ? "fair" : "shop";
    if (at_fair) {
        label.event = options.config.fair.name;
        label.event_first = options.config.fair.from;
        label.event_last = options.config.fair.to;
    }
    writer.zone = options.config.zone;
    writer.store_interval = options.store_interval;
    writer.store.opening_hours_on = [hours = options.config.hours](std::string const& day) {
        return hours.text_of(day);
    };
    writer.threshold = figures::Threshold::of(options.config.threshold).value_or(figures::Threshold());
    writer.content_version = content.version;
    writer.bucket = at_fair ? figures::BucketSize::hour : figures::BucketSize::day;
    writer.built = kReleaseTime;
    writer.domain.items = visit::countable(content);
    writer.domain.languages.insert(content.languages.begin(), content.languages.end());
    writer.domain.places_of_channel = visit::places_of_channels(content);
    writer.words = naming::content_words(content, writer.domain.items);
    return writer;
}

ui::StageOptions Setup::stage(Execution decode, std::function<void()> ready) const
{
    return {ui::Fonts::installed_folders(),
            {options.config.content / "pictures", options.config.assets / "pictures", options.config.data / "packs"},
            decode,
            std::move(ready),
            services::untrusted_pictures(options.config.content)};
}

std::unique_ptr<show::ScreenRunner> Setup::make_kiosk(platform::RenderTarget& display, float inches, Clock const& clock,
                                                      show::CountSink& sink, std::uint64_t seed, Execution decode,
                                                      std::function<void()> ready, show::StaffService* staff)
{
    auto const pad = options.config.staff.shuffle ? visit::KeypadOrder::shuffled : visit::KeypadOrder::usual;
    show::KioskScreenDependencies const parts{content,
                                              display,
                                              clock,
                                              themes,
                                              sink,
                                              seed,
                                              inches,
                                              &options.config.dayparts,
                                              staff,
                                              pad,
                                              &options.config.hours};
    return std::make_unique<show::KioskScreen>(parts, stage(decode, std::move(ready)), problems);
}

std::unique_ptr<show::StaffService> Setup::make_staff_service(StaffServiceDependencies const& parts) const
{
    auto const& config = options.config;
    // With no PIN and nobody who could sign a recovery stick there is nothing to type, and no way in.
    if (!lock::has_pin(config.data, config.staff.pin_hash) && config.updates.keys.empty()) return nullptr;
    services::StaffServicesOptions service;
    service.figures.kiosk = config.name;
    service.figures.fair = config.fair;
    service.figures.exporting = config.exporting;
    service.figures.at_fair = config.setting == figures::Venue::fair;
    service.figures.waiting = parts.waiting;
    service.data = config.data;
    service.pin_hash = config.staff.pin_hash;
    service.boot_id = lock::current_boot_id();
    // Recovery sticks are checked by the configuration's keys only: a list of keys that came by stick must not allow
    // anybody to set a PIN.
    service.keys = config.updates.keys;
    service.settings = settings;
    service.zone = config.zone;
    service.window = parts.window;
    service.health = parts.health;
    service.content = parts.content;
    return std::make_unique<services::StaffServices>(std::move(service), content, parts.writer, parts.clock,
                                                     parts.replied);
}

std::unique_ptr<show::ScreenRunner> Setup::make_display(platform::RenderTarget& display, float inches,
                                                        Clock const& clock, show::CountSink& sink,
                                                        services::Writer const& writer, std::uint64_t seed,
                                                        Execution decode, std::function<void()> ready)
{
    if (content.display.slides.empty()) {
        problems.push_back({Severity::warning,
                            {(options.config.content / "kiosk.toml").string()},
                            "this content has nothing for the display; its attract loop is shown",
                            "name a folder of content/display as display = \"fair\""});
        return make_kiosk(display, inches, clock, sink, seed, decode, std::move(ready));
    }
    auto const figures = [&writer] {
        auto const today = writer.status().today;
        auto const publishable = [&](Measure measure) {
            auto const found = today.find(measure);
            return found == today.end() ? 0
                                        : show::DisplayScreen::publishable(found->second, figures::Threshold::kLeast);
        };
        return visit::LiveFigures{publishable(Measure::visits), publishable(Measure::quiz_answer)};
    };
    constexpr double kMillimetres = 1000;
    show::DisplayScreenDependencies parts{{content, display, clock, themes, sink, seed, inches,
                                           &options.config.dayparts, nullptr, visit::KeypadOrder::usual,
                                           &options.config.hours},
                                          options.config.display.stand,
                                          static_cast<float>(options.config.display.viewing_distance_m * kMillimetres),
                                          figures};
    return std::make_unique<show::DisplayScreen>(std::move(parts), stage(decode, std::move(ready)), problems);
}

namespace {

// The opening hours that staff have set for the week, with the exceptions of the configuration; or always open, if
// staff have chosen that.
settings::OpeningHours hours_of(staff::Settings const& settings, settings::OpeningHours const& configured)
{
    if (settings.hours == staff::HoursRule::always) return {};
    std::array<std::optional<settings::OpenDay>, 7> week;
    for (std::size_t day = 0; day < week.size(); ++day)
        week[day] = settings::open_day(settings::hours_text(settings, day));
    return configured.with_week(week);
}

// Applies the languages and idle times of this kiosk to the content.
void adapt(content::Content& content, settings::Config const& config, staff::Settings const& settings,
           Problems& problems)
{
    std::vector<content::Language> languages;
    for (auto const& language : settings.languages) {
        auto const& all = content.languages;
        if (std::find(all.begin(), all.end(), language) != all.end())
            languages.push_back(language);
        else
            problems.push_back({Severity::warning,
                                {},
                                "the content has no language '" + language + "'",
                                "correct 'languages' in the configuration"});
    }
    if (!languages.empty()) content.languages = languages;
    auto const put = [](double& timing, double configured) {
        if (configured > 0) timing = configured;
    };
    put(content.timings.idle, config.idle.usual);
    put(content.timings.idle_reading, config.idle.reading);
    put(content.timings.idle_report, config.idle.reporting);
    put(content.timings.warning, config.idle.warning);
}

Setup read_setup(Options const& options, LoadPurpose reading)
{
    Setup setup;
    setup.options = options;
    auto chosen = choose_content(options, reading);
    setup.options.config.content = chosen.folder;
    setup.shelf = std::move(chosen.shelf);
    setup.content_start = std::move(chosen.start);
    auto& read = chosen.read;
    setup.content = std::move(read.content);
    setup.config_problems = setup.options.problems;
    auto const& config = setup.options.config;
    setup.settings.languages = config.languages;
    auto const faults = settings::read_settings(config.data / settings::kSettingsFile, setup.settings);
    adapt(setup.content, config, setup.settings, setup.config_problems);
    if (setup.settings.hours != staff::HoursRule::file)
        setup.options.config.hours = hours_of(setup.settings, setup.options.config.hours);
    setup.settings.languages = setup.content.languages;
    setup.themes =
        settings::read_themes(config.assets / "themes", config.theme, config.dayparts, setup.config_problems);
    for (auto const& found : {setup.config_problems, read.problems, faults})
        setup.problems.insert(setup.problems.end(), found.begin(), found.end());
    if (!setup.content.usable())
        log(LogLevel::fault, setup.options.config.content.string() +
                                 ": there is nothing to show; the safe page stands in (run kiosk-content check)");
    return setup;
}

} // namespace

void Setup::save_last_good_config() const
{
    auto const& config = options.config;
    if (options.config_file.empty() || options.config_in_force != health::ConfigInForce::as_written) return;
    std::error_code ignored;
    bool const is_there = std::filesystem::exists(config.data / store::kDataMarker, ignored);
    if (config.wait_for_data && !is_there) return; // the disk comes later
    settings::save_last_good_config(options.config_file, config.data);
}

Result<Setup> load_setup(Options const& options, LoadPurpose reading)
{
    try {
        return read_setup(options, reading);
    } catch (...) {
        return caught_exception("what the kiosk reads at its start");
    }
}

} // namespace kiosk::program
