#include "app/house.h"
#include "base/log.h"
#include "base/version.h"
#include "content/read.h"
#include "engagement/export.h"
#include "visit/countable.h"

namespace kiosk::app {

engagement::WriterOptions House::writer_options() const
{
    bool const at_fair = options.config.setting == Setting::fair;
    engagement::WriterOptions writer;
    writer.folder = options.config.data;
    if (options.config.wait_for_data) writer.data = engagement::DataFolder::awaited;
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
            std::move(ready)};
}

std::unique_ptr<Show> House::kiosk(platform::Display& display, float inches, Clock const& clock, CountSink& sink,
                                   std::uint64_t seed, ui::Decode decode, std::function<void()> ready, StaffDesk* desk)
{
    AppParts const parts{pack, display, clock, themes, sink, seed, inches, &options.config.dayparts, desk};
    return std::make_unique<App>(parts, stage(decode, std::move(ready)), problems);
}

std::unique_ptr<StaffDesk> House::desk(engagement::Writer& writer, std::function<void()> answer, Waiting waiting) const
{
    auto const& config = options.config;
    if (config.staff_pin.empty()) return nullptr;
    DeskOptions desk;
    desk.pin = Secret(config.staff_pin);
    desk.kiosk = config.name;
    desk.fair = config.fair;
    desk.exporting = config.exporting;
    desk.at_fair = config.setting == Setting::fair;
    desk.waiting = waiting;
    return std::make_unique<WriterDesk>(std::move(desk), pack, writer, std::move(answer));
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
    DisplayParts parts{{pack, display, clock, themes, sink, seed, inches, &options.config.dayparts},
                       options.config.display.stand,
                       static_cast<float>(options.config.display.viewing_distance_m * kMillimetres),
                       figures};
    return std::make_unique<DisplayShow>(std::move(parts), stage(decode, std::move(ready)), problems);
}

House open_house(Options const& options)
{
    House house;
    house.options = options;
    auto read = content::read_pack(house.options.config.content);
    house.pack = std::move(read.pack);
    house.problems = house.options.problems;
    house.problems.insert(house.problems.end(), read.problems.begin(), read.problems.end());
    auto const& config = house.options.config;
    house.themes = read_themes(config.assets / "themes", config.theme, config.dayparts, house.problems);
    if (!house.pack.usable())
        log(LogLevel::fault, house.options.config.content.string() +
                                 ": there is nothing to show; the safe page stands in (run kiosk-content check)");
    return house;
}

} // namespace kiosk::app
