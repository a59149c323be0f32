// kiosk-content offers: for every place where something may have happened and every country where somebody may live,
// who is offered what, in which order, and why: as the screens offer it, for somebody to look through.
#include "content/offers.h"
#include "content/read/read.h"
#include "kiosk_content_commands.h"
#include "kiosk_content_keys.h"
#include "package/csv.h"
#include "system/print.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>
#include <set>

namespace kiosk::tools {

namespace {

using content::Reach;
using content::Reporting;

// One that has no record and no emergency number stands for all countries without.
constexpr std::string_view kNoRecord = "JP";

enum class Form { csv, markdown };

struct Offering {
    std::filesystem::path folder;
    std::string form = "markdown";
};

// What a channel is used by, and from where: "code", "116 000 (from here)", "116 (from there only)", "whatsapp +55 …
// (from here)".
std::string means_of(Reporting const& reporting, content::Channel const& channel)
{
    std::vector<std::string> means;
    if (!channel.url.empty()) means.emplace_back("code");
    if (!channel.phone.empty())
        means.push_back(fmt::format("{} ({})", channel.phone,
                                    content::number_reach(reporting, channel) == Reach::from_here ? "from here"
                                                                                                  : "from there only"));
    for (auto const& contact : channel.text_contacts)
        means.push_back(fmt::format("{} {} (from here)", content::name(contact.kind), contact.value));
    return fmt::format("{}", fmt::join(means, ", "));
}

std::vector<std::string> places_of(Reporting const& reporting)
{
    std::vector<std::string> places;
    for (auto const& place : reporting.places) places.push_back(place.id);
    // What is called in danger tells these from all other countries without a record.
    std::set<std::string> with_numbers;
    for (auto const& number : reporting.emergency)
        for (auto const& country : number.countries)
            if (!reporting.place(country)) with_numbers.insert(country);
    places.insert(places.end(), with_numbers.begin(), with_numbers.end());
    places.emplace_back(kNoRecord);
    return places;
}

std::vector<std::string> homes_of(Reporting const& reporting)
{
    std::vector<std::string> homes;
    for (auto const& place : reporting.places)
        if (place.kind == "country") homes.push_back(place.id);
    homes.emplace_back(kNoRecord);
    homes.emplace_back("");
    return homes;
}

std::string shown(std::string const& id)
{
    if (id.empty()) return "not said";
    return id == kNoRecord ? id + " (as all without a record)" : id;
}

void print_row(Form form, std::vector<std::string> const& cells)
{
    if (form == Form::markdown)
        print(Channel::output, "| {} |\n", fmt::join(cells, " | "));
    else
        print_text(Channel::output, package::csv_row({cells.begin(), cells.end()}));
}

// Whom to call, or to tell, when a child is in danger there, as the screen says it.
std::string in_danger(Reporting const& reporting, std::string const& place)
{
    auto const kind = content::place_kind(reporting, place);
    if (kind == "at-sea") return "tell the crew or the captain";
    if (kind == "in-the-air") return "tell the cabin crew";
    std::vector<std::string> numbers;
    for (auto const* number : content::numbers_in_danger(reporting, place))
        numbers.push_back(fmt::format("{} {}", number->number, content::name(number->answers)));
    return numbers.empty() ? "no number known" : fmt::format("{}", fmt::join(numbers, ", "));
}

int list(Offering const& offering)
{
    if (auto const fault = content::content_folder_problem(offering.folder))
        return fail({fault->place.file, fault->message, fault->suggestion});
    auto const read = content::read_content(offering.folder);
    auto const& reporting = read.content.reporting;
    if (reporting.places.empty()) {
        print(Channel::errors, "{}: has no places to report from\n", offering.folder.string());
        return 1;
    }
    auto const form = offering.form == "csv" ? Form::csv : Form::markdown;
    print_row(form, {"happened", "lives", "in danger", "offered", "why", "by"});
    if (form == Form::markdown) print(Channel::output, "| --- | --- | --- | --- | --- | --- |\n");
    for (auto const& place : places_of(reporting))
        for (auto const& home : homes_of(reporting)) {
            auto const danger = in_danger(reporting, place);
            int rank = 0;
            for (auto const& offer : content::offers(reporting, {place, home}))
                print_row(form, {shown(place), shown(home), danger, fmt::format("{}. {}", ++rank, offer.channel->id),
                                 std::string(content::name(offer.why)), means_of(reporting, *offer.channel)});
            if (rank == 0) print_row(form, {shown(place), shown(home), danger, "NOTHING", "", ""});
        }
    return 0;
}

} // namespace

Command offer_commands(command_line::Command& app)
{
    auto listing = app.command("offers", "Lists who is offered what: every place by every home, and why");
    auto offering = std::make_shared<Offering>();
    listing.option("folder", offering->folder, "the content folder").required();
    listing.option("--form", offering->form, "markdown or csv").one_of({"markdown", "csv"});
    return [=]() -> std::optional<int> {
        if (listing.given()) return list(*offering);
        return std::nullopt;
    };
}

} // namespace kiosk::tools
