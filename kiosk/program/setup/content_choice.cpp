#include "program/setup/content_choice.h"
#include "figures/bucket.h"
#include "program/setup/probe.h"
#include "system/print.h"
#include "system/version.h"
#include "ui/text/font_coverage.h"

#include <fmt/format.h>

namespace kiosk::program {

namespace {

content::HasLetter font_coverage()
{
    return [letters = std::make_shared<ui::FontCoverage>()](char32_t letter) { return letters->has(letter); };
}

// Nothing while the clock is not believed.
std::optional<CalendarDay> day_of(WallTime wall, figures::TimeTrust clock_trust, Zone const& zone)
{
    return calendar_day(figures::local_time(wall, clock_trust, figures::BucketSize::day, zone).day);
}

updates::ContentUpdatesOptions update_options(settings::Config const& config)
{
    updates::ContentUpdatesOptions options;
    if (auto const program = updates::program_version(kProgramVersion)) options.program = program.value();
    options.pictures = {config.assets / "pictures"};
    options.factory = config.content;
    options.hosts = config.updates.reporting_hosts;
    options.has_letter = font_coverage();
    options.probe = make_probe(config.assets);
    return options;
}

// A text with a character that no font has is replaced by that of another language.
content::ReadContent read_kiosk_content(std::filesystem::path const& folder)
{
    return content::read_content(folder, {font_coverage()});
}

void print(std::string const& name, Error const& error)
{
    print(Channel::output, "{}: refused: {}\n", name, error.line());
}

bool take_one(updates::ContentUpdates& updates, updates::Candidate const& candidate)
{
    if (candidate.kind == updates::SignedKind::keys) {
        auto const taken = updates.accept_key_list(candidate);
        if (!taken)
            print(candidate.shown, taken.error().error);
        else
            print(Channel::output, "{}: keys {} are believed from now on\n", candidate.shown, taken.value().epoch);
        return taken.ok();
    }
    auto const staged = updates.stage(candidate);
    if (!staged) {
        print(candidate.shown, staged.error().error);
        return false;
    }
    auto const switched = updates.switch_to(staged.value());
    if (!switched)
        print(candidate.shown, switched.error().error);
    else
        print(Channel::output, "{}: content {}, version {}, is shown from the next start on\n", candidate.shown,
              staged.value().content, staged.value().version);
    if (switched)
        for (auto const& change : staged.value().contacts)
            print(Channel::output, "{}: {}\n", candidate.shown, change.line());
    return switched.ok();
}

} // namespace

std::shared_ptr<updates::Shelf> open_shelf(settings::Config const& config)
{
    updates::ShelfOptions options;
    options.folder = config.data / "packs";
    options.keys.epoch = config.updates.epoch;
    for (auto const& text : config.updates.keys)
        if (auto const key = crypto::read_public_key(text)) options.keys.keys.push_back(key.value());
    return std::make_shared<updates::Shelf>(std::move(options));
}

namespace {

// The first on the shelf that can be shown; false where there is none.
bool choose_from_shelf(ChosenContent& chosen)
{
    for (auto& found : chosen.shelf->startable_versions()) {
        chosen.read = read_kiosk_content(found.content);
        if (!chosen.read.content.usable()) continue;
        chosen.folder = std::move(found.content);
        chosen.start.on_trial = found.on_trial;
        return true;
    }
    return false;
}

} // namespace

ChosenContent choose_content(Options const& options, LoadPurpose reading)
{
    ChosenContent chosen;
    chosen.folder = options.config.content;
    if (options.content_from == ContentFrom::shelf) chosen.shelf = open_shelf(options.config);
    if (chosen.shelf && reading == LoadPurpose::read_only) {
        if (choose_from_shelf(chosen)) return chosen;
    } else if (chosen.shelf) {
        auto start = chosen.shelf->start();
        chosen.start.events = start.events;
        while (!start.content.empty()) {
            chosen.read = read_kiosk_content(start.content);
            if (chosen.read.content.usable()) {
                chosen.folder = start.content;
                chosen.start.on_trial = start.on_trial;
                return chosen;
            }
            start = chosen.shelf->reject(start.id);
            chosen.start.events.insert(chosen.start.events.end(), start.events.begin(), start.events.end());
        }
    }
    chosen.read = read_kiosk_content(chosen.folder);
    return chosen;
}

void log_content_start(ContentStart const& start, services::Writer& writer)
{
    for (auto const& event : start.events) writer.note("content", updates::machine_text(event));
}

std::unique_ptr<updates::ContentUpdates> make_content_updates(updates::Shelf& shelf, settings::Config const& config,
                                                              services::Writer& writer, Clock const& clock)
{
    auto options = update_options(config);
    options.today = [&writer, &clock, zone = config.zone] {
        bool const trusted = writer.status().clock_trusted;
        return day_of(clock.wall(), trusted ? figures::TimeTrust::trusted : figures::TimeTrust::doubtful, zone);
    };
    options.note = [&writer](std::string event, std::string detail) {
        writer.note(std::move(event), std::move(detail));
    };
    return std::make_unique<updates::ContentUpdates>(shelf, std::move(options));
}

int take_content(Options const& options)
{
    auto const shelf = open_shelf(options.config);
    auto updating = update_options(options.config);
    updating.today = [zone = options.config.zone] {
        auto const wall = SystemClock().wall();
        return day_of(wall, figures::clock_trust(wall, {kReleaseTime, {}}), zone);
    };
    updates::ContentUpdates updates(*shelf, std::move(updating));
    auto const found = updates.find({options.take_content});
    if (found.candidates.empty()) {
        print(Channel::output, "{}: there is no .kioskpack and no .kioskkeys file\n", options.take_content.string());
        return 1;
    }
    bool all_taken = true;
    // Keys first: the content beside them may be signed by a new one.
    for (auto const kind : {updates::SignedKind::keys, updates::SignedKind::content})
        for (auto const& candidate : found.candidates)
            if (candidate.kind == kind) all_taken = take_one(updates, candidate) && all_taken;
    return all_taken ? 0 : 1;
}

} // namespace kiosk::program
