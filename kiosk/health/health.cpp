#include "health/health.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::health {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

constexpr std::int64_t kMegabyte = 1'000'000;
// A year of figures takes a few megabytes (kiosk-season); what fills a disk is something else, and grows.
constexpr std::int64_t kLowDisk = 500 * kMegabyte;
constexpr std::int64_t kFullDisk = 50 * kMegabyte;
constexpr int kManyCrashes = 3; // in 30 days

HealthLine line(std::string key, Light light, std::string words, Values values = {})
{
    auto id = key.substr(0, key.find('.'));
    return {std::move(id), light, std::move(key), std::move(values), std::move(words)};
}

std::string listed(std::vector<std::string> const& names) { return fmt::format("{}", fmt::join(names, ", ")); }

// The name in the configuration until somebody gives the kiosk another.
constexpr char const* kUnsetName = "kiosk";

// `config_reported`: faults of the configuration have a line of their own, and the missing name is one of them or
// follows from one.
HealthLine judge_kiosk(std::string const& name, bool config_reported)
{
    if (name.empty())
        return line("kiosk.no-name", Light::red,
                    config_reported
                        ? "its name cannot be read: see config; figures go on under the name that was last known"
                        : "the configuration does not name it in a way that can be used; figures go on under the "
                          "name that was last known. Correct 'name'");
    if (name == kUnsetName)
        return line("kiosk.unnamed", Light::amber,
                    "is called \"kiosk\", as every one that was given no name; give it a name of its own");
    return line("kiosk.ok", Light::green, "is called " + name, {{"name", name}});
}

bool has_passed(std::string const& day, std::optional<ClockFacts> const& clock, Zone const& zone)
{
    return clock && figures::clock_trust(clock->now, clock->bounds) == figures::TimeTrust::trusted &&
           day < zone.day(clock->now);
}

HealthLine judge_event(VenueFacts const& place, std::optional<ClockFacts> const& clock, Zone const& zone)
{
    if (place.standing == figures::Venue::shop)
        return line("event.shop", Light::green, "a shop: figures by the day, those of reporting by the month");
    if (place.fair.empty())
        return line("event.none", Light::amber,
                    "a fair, but not which; figures of reporting are told by the month until [fair] in the "
                    "configuration says it");
    if (has_passed(place.last, clock, zone))
        return line(
            "event.past", Light::amber,
            fmt::format("{} ended on {}; set [fair] to the next one, or setting = \"shop\"", place.fair, place.last),
            {{"name", place.fair}, {"day", place.last}});
    return line("event.fair", Light::green, fmt::format("{}, {} to {}", place.fair, place.first, place.last),
                {{"name", place.fair}, {"from", place.first}, {"to", place.last}});
}

HealthLine judge_zone(Zone const& zone)
{
    return line("zone.ok", Light::green, "days and hours are those of " + zone.name(), {{"zone", zone.name()}});
}

HealthLine judge_display(DisplayFacts const& display)
{
    if (!display.fault.empty())
        return line("display.none", Light::red, "no screen can be used: " + display.fault, {{"fault", display.fault}});
    auto const by = display.graphics.empty() ? display.renderer : display.graphics;
    auto const size = fmt::format("{}x{}", display.width, display.height);
    Values values{{"driver", display.driver}, {"renderer", by}, {"size", size}};
    auto const summary = fmt::format("{}, {}, {}", display.driver, by, size);
    if (display.missing_screens > 0) {
        auto const count = std::to_string(display.missing_screens);
        values.emplace_back("count", count);
        return line(
            "display.missing", Light::amber,
            fmt::format("{}: screens that are configured and not there: {}; switch them on, look at their cables, "
                        "or correct the configuration",
                        summary, count),
            std::move(values));
    }
    if (!display.by_card)
        return line("display.software", Light::amber,
                    summary + ": drawn without a graphics card, so movements are left out; install its driver",
                    std::move(values));
    return line("display.ok", Light::green, summary, std::move(values));
}

HealthLine judge_panel(PanelFacts const& panel)
{
    if (panel.inches <= 0)
        return line("panel.unknown", Light::amber,
                    "the screen does not say how large it is; set panel_diagonal_inches in the configuration");
    Values values{{"inches", fmt::format("{:.1f}", panel.inches)},
                  {"width", std::to_string(panel.width_mm)},
                  {"height", std::to_string(panel.height_mm)}};
    auto summary = fmt::format("{:.1f} inches, {} x {} mm, as {}", panel.inches, panel.width_mm, panel.height_mm,
                               panel.configured ? "configured" : "the screen says");
    return line(panel.configured ? "panel.configured" : "panel.ok", Light::green, std::move(summary),
                std::move(values));
}

HealthLine judge_touch(TouchFacts const& touch)
{
    auto const count = std::to_string(touch.devices);
    if (touch.devices > 0 && touch.ghosts > 0)
        return line(
            "touch.ghosts", Light::amber,
            fmt::format("{} touches of nobody; clean the glass, else the panel is to be replaced", touch.ghosts),
            {{"count", std::to_string(touch.ghosts)}});
    if (touch.devices > 0) return line("touch.ok", Light::green, count + " that can be touched", {{"count", count}});
    if (touch.touching == TouchExpectation::not_expected)
        return line("touch.not-needed", Light::green, "none, and none is needed for the loop");
    if (!touch.unreadable.empty())
        return line(
            "touch.unreadable", Light::red,
            fmt::format("{} may not be read; the kiosk's user must be in the group input", listed(touch.unreadable)),
            {{"devices", listed(touch.unreadable)}});
    return line("touch.none", Light::red, "no touch panel is found; look at its cable, and plug it in again");
}

HealthLine judge_fonts(std::vector<std::string> const& missing)
{
    if (missing.empty()) return line("fonts.ok", Light::green, "all are there");
    return line("fonts.missing", Light::amber,
                fmt::format("missing: {}; install fonts-inter and fonts-noto-core", listed(missing)),
                {{"names", listed(missing)}});
}

HealthLine judge_disk(DiskFacts const& disk)
{
    auto const free = std::to_string(disk.free_bytes / kMegabyte);
    Values values{{"folder", disk.folder}, {"free", free}};
    if (disk.state == Folder::missing)
        return line("disk.missing", Light::red,
                    disk.folder + " is not there; figures wait in memory until the disk is back", std::move(values));
    if (disk.waits_for_marker && !disk.marker)
        return line("disk.waiting", Light::red,
                    disk.folder + " holds no file 'kiosk-data': the disk with the figures is missing, and they wait in "
                                  "memory; if this folder is to be the one, make that file",
                    std::move(values));
    if (disk.state == Folder::read_only)
        return line("disk.read-only", Light::red,
                    disk.folder + " cannot be written to; figures wait in memory. Start the machine again; if that "
                                  "does not help, the disk is to be replaced",
                    std::move(values));
    if (disk.free_bytes < kFullDisk)
        return line("disk.full", Light::red, fmt::format("only {} MB are free; make room on it", free),
                    std::move(values));
    if (disk.free_bytes < kLowDisk)
        return line("disk.low", Light::amber, fmt::format("{} MB are free; make room on it", free), std::move(values));
    return line("disk.ok", Light::green, fmt::format("{} MB are free", free), std::move(values));
}

HealthLine judge_clock(ClockFacts const& clock, Zone const& zone)
{
    auto const today = zone.day(clock.now);
    Values values{{"date", today}};
    if (figures::clock_trust(clock.now, clock.bounds) == figures::TimeTrust::trusted)
        return line("clock.ok", Light::green, today + ", which can be", std::move(values));
    auto const advice = "; figures are kept under 'unknown'. Set the clock";
    if (clock.now < clock.bounds.built)
        return line("clock.early", Light::red, today + " is before this program was made" + advice, std::move(values));
    if (clock.now.unix_seconds > clock.bounds.built.unix_seconds + figures::kClockTrustedFor)
        return line("clock.late", Light::red, today + " is too far ahead" + advice, std::move(values));
    auto const seen = zone.day(clock.bounds.highest_seen);
    values.emplace_back("seen", seen);
    return line("clock.back", Light::red,
                fmt::format("{} is before {}, which this kiosk has seen already{}; its battery may be empty", today,
                            seen, advice),
                std::move(values));
}

HealthLine judge_content(ContentFacts const& content)
{
    Values values{{"version", content.version},
                  {"errors", std::to_string(content.errors)},
                  {"warnings", std::to_string(content.warnings)}};
    if (!content.usable)
        return line("content.none", Light::red, "there is nothing to show; the safe page stands in. " + content.first,
                    std::move(values));
    if (content.errors > 0)
        return line("content.errors", Light::red,
                    fmt::format("version {}, {} errors; what they are in is left out. The first: {}", content.version,
                                content.errors, content.first),
                    std::move(values));
    if (!content.expired.empty()) {
        values.emplace_back("day", content.expired);
        return line("content.expired", Light::amber,
                    fmt::format("version {} was to be replaced by {}; it is shown all the same", content.version,
                                content.expired),
                    std::move(values));
    }
    if (content.warnings > 0)
        return line(
            "content.warnings", Light::amber,
            fmt::format("version {}, {} warnings. The first: {}", content.version, content.warnings, content.first),
            std::move(values));
    return line("content.ok", Light::green, "version " + content.version, std::move(values));
}

HealthLine judge_database(DatabaseFacts const& database)
{
    switch (database.state) {
    case DatabaseState::damaged:
        return line("database.damaged", Light::red,
                    database.fault + "; at the next start it is put aside whole and counting begins anew",
                    {{"fault", database.fault}});
    case DatabaseState::unreadable:
        return line("database.unreadable", Light::red, "cannot be read: " + database.fault,
                    {{"fault", database.fault}});
    case DatabaseState::none_yet: return line("database.none-yet", Light::green, "none yet; the first visit makes it");
    case DatabaseState::good: break;
    }
    if (!database.quarantined.empty())
        return line("database.put-aside", Light::amber,
                    database.quarantined +
                        " holds older figures that could not be read; hand it to who looks after the "
                        "kiosk, and take it away",
                    {{"folder", database.quarantined}});
    return line("database.ok", Light::green, "whole");
}

// In groups of sixteen digits, which break into lines and can be compared by eye.
std::string grouped(std::string_view key)
{
    constexpr std::size_t kGroup = 16;
    std::string text;
    for (std::size_t at = 0; at < key.size(); at += kGroup)
        text.append(at == 0 ? "" : " ").append(key.substr(at, kGroup));
    return text;
}

// The number and the key by which the office knows this kiosk's exports.
HealthLine judge_identity(DatabaseFacts const& database)
{
    if (database.key.empty())
        return line("identity.no-key", Light::green,
                    fmt::format("number {}; the key of its exports is made with the first one", database.machine),
                    {{"machine", database.machine}});
    return line("identity.ok", Light::green,
                fmt::format("number {}, key of its exports {}", database.machine, database.key),
                {{"machine", database.machine}, {"key", grouped(database.key)}});
}

HealthLine judge_restarts(int crashes)
{
    auto const count = std::to_string(crashes);
    auto summary = fmt::format("{} starts of the last 30 days came after no clean stop (power cuts count)", count);
    return line(crashes >= kManyCrashes ? "restarts.many" : "restarts.ok",
                crashes >= kManyCrashes ? Light::amber : Light::green, std::move(summary), {{"count", count}});
}

HealthLine judge_figures(std::string const& fault)
{
    if (fault.empty()) return line("figures.ok", Light::green, "are stored");
    return line("figures.waiting", Light::red, "wait in memory: " + fault, {{"fault", fault}});
}

HealthLine judge_config(std::vector<std::string> const& problems, ConfigInForce in_force)
{
    if (problems.empty()) return line("config.ok", Light::green, "nothing to complain of");
    auto const count = std::to_string(problems.size());
    auto const counted = count + (problems.size() == 1 ? " problem" : " problems");
    if (in_force == ConfigInForce::kept)
        return line("config.kept", Light::red,
                    fmt::format("{}; it is as it was read last without one, whatever was changed since", counted),
                    {{"count", count}, {"first", problems.front()}});
    if (in_force == ConfigInForce::partly)
        return line("config.partly", Light::red, fmt::format("{}; defaults stand in for what cannot be used", counted),
                    {{"count", count}, {"first", problems.front()}});
    return line("config.problems", Light::amber, fmt::format("{}; defaults stand in for what cannot be used", counted),
                {{"count", count}, {"first", problems.front()}});
}

HealthLine judge_programs(std::vector<std::string> const& missing)
{
    if (missing.empty()) return line("programs.ok", Light::green, "all helpers are there");
    return line("programs.missing", Light::red, fmt::format("missing: {}; install the kiosk again", listed(missing)),
                {{"names", listed(missing)}});
}

HealthLine judge_notices(NoticesFacts const& notices)
{
    if (notices.listed == 0)
        return line("notices.missing", Light::amber,
                    fmt::format("{} is missing, or lists nothing: the terms of libraries and fonts; install the kiosk "
                                "again",
                                notices.file),
                    {{"file", notices.file}});
    auto const count = std::to_string(notices.listed);
    return line("notices.ok", Light::green,
                fmt::format("{} libraries and fonts, their terms are in {}", count, notices.file),
                {{"count", count}, {"file", notices.file}});
}

HealthLine judge_pin(bool set)
{
    if (set) return line("pin.ok", Light::green, "a PIN for staff is set");
    return line("pin.none", Light::amber, "no PIN is set, so there is no staff mode; see kiosk --print-config");
}

} // namespace

std::vector<HealthLine> judge(HealthFacts const& facts)
{
    std::vector<HealthLine> lines;
    if (facts.place) {
        lines.push_back(judge_kiosk(facts.kiosk, facts.config_problems && !facts.config_problems->empty()));
        lines.push_back(judge_event(*facts.place, facts.clock, facts.zone));
        lines.push_back(judge_zone(facts.zone));
    }
    if (facts.display) lines.push_back(judge_display(*facts.display));
    if (facts.panel) lines.push_back(judge_panel(*facts.panel));
    if (facts.touch) lines.push_back(judge_touch(*facts.touch));
    if (facts.missing_fonts) lines.push_back(judge_fonts(*facts.missing_fonts));
    if (facts.disk) lines.push_back(judge_disk(*facts.disk));
    if (facts.clock) lines.push_back(judge_clock(*facts.clock, facts.zone));
    if (facts.content) lines.push_back(judge_content(*facts.content));
    if (facts.database) {
        lines.push_back(judge_database(*facts.database));
        if (!facts.database->machine.empty()) lines.push_back(judge_identity(*facts.database));
        lines.push_back(judge_restarts(facts.database->crashes));
    }
    if (facts.writer_fault) lines.push_back(judge_figures(*facts.writer_fault));
    if (facts.config_problems) lines.push_back(judge_config(*facts.config_problems, facts.config_in_force));
    if (facts.missing_programs) lines.push_back(judge_programs(*facts.missing_programs));
    if (facts.notices) lines.push_back(judge_notices(*facts.notices));
    if (facts.staff_pin) lines.push_back(judge_pin(*facts.staff_pin));
    auto const add = [&](std::vector<HealthLine> const& more) { lines.insert(lines.end(), more.begin(), more.end()); };
    if (facts.sources) add(judge_sources(*facts.sources));
    if (facts.boot) add(judge_boot(*facts.boot));
    return lines;
}

std::string health_code(HealthFacts const& facts, std::vector<HealthLine> const& lines)
{
    constexpr std::size_t kLongestName = 40;
    constexpr std::size_t kLongestList = 96; // a light's keys: all else has 306 of the 500 bytes at most
    constexpr std::size_t kDigitsOfKey = 64;
    auto const plain = [](std::string const& text) {
        std::string kept;
        for (char const letter : text.substr(0, kLongestName)) kept += letter > ' ' && letter < 127 ? letter : '_';
        return kept.empty() ? std::string("-") : kept;
    };
    auto const keys = [&](Light light) {
        std::string list;
        for (auto const& one : lines) {
            if (one.light != light) continue;
            if (list.size() + one.key.size() > kLongestList) return list + "+";
            list += (list.empty() ? "" : ",") + one.key;
        }
        return list;
    };
    // Without a name in the configuration, the one that the figures are stored under.
    auto const& name = facts.kiosk.empty() && facts.database ? facts.database->kiosk : facts.kiosk;
    auto code = fmt::format("KIOSK1 {} {}", plain(name), plain(facts.program));
    if (facts.content) code += " content=" + plain(facts.content->version);
    if (facts.disk) code += fmt::format(" free={}MB", facts.disk->free_bytes / kMegabyte);
    if (facts.database && !facts.database->machine.empty()) code += " number=" + plain(facts.database->machine);
    if (facts.database && !facts.database->key.empty()) code += " key=" + facts.database->key.substr(0, kDigitsOfKey);
    if (auto const red = keys(Light::red); !red.empty()) code += " red=" + red;
    if (auto const amber = keys(Light::amber); !amber.empty()) code += " amber=" + amber;
    auto const green =
        std::count_if(lines.begin(), lines.end(), [](auto const& one) { return one.light == Light::green; });
    return code + fmt::format(" green={}", green);
}

} // namespace kiosk::health
