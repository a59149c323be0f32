#include "base/bounds.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/zone.h"
#include "content/read/read.h"
#include "figures/days.h"
#include "files/files.h"
#include "files/output_files.h"
#include "kiosk_content_commands.h"
#include "kiosk_content_keys.h"
#include "system/print.h"
#include "system/version.h"
#include "updates/archive_writing.h"
#include "updates/limits.h"

#include <fmt/format.h>
#include <memory>

namespace kiosk::tools {

namespace {

struct ArchiveChoice {
    std::filesystem::path folder, out, key;
    std::int64_t number = 0, epoch = 1;
    std::string valid_until, program{kProgramVersion};
};

// What no kiosk would take, or soon none. An Error; a warning is said here.
std::optional<Error> fault_of(updates::Manifest const& about)
{
    constexpr long kSoon = 30;
    auto const days = figures::days_between(Zone::brussels().day(SystemClock().wall()), day_text(about.valid_until));
    if (days && *days < 0)
        return Error{"--valid-until", day_text(about.valid_until) + " has passed: no kiosk would take it",
                     "give its last day"};
    if (days && *days < kSoon)
        print(Channel::errors, "kiosk-content: warning: it is valid for {} days more (see --valid-until)\n", *days);
    if (about.content > updates::kFarthestJump)
        print(
            Channel::errors,
            "kiosk-content: warning: a kiosk takes numbers up to {} above the last one it had, and a new kiosk has 0: "
            "count from 1, by one a pack\n",
            updates::kFarthestJump);
    return std::nullopt;
}

// Whether a person has signed what is there already, under this number: the same number twice is never taken, and it
// would be lost.
bool is_signed_with(std::filesystem::path const& file, std::int64_t number)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return false;
    auto const opened = updates::open_archive(file);
    return opened && opened.value().header.is_signed() && opened.value().manifest.content == number;
}

int make_archive(ArchiveChoice const& choice, std::function<int(std::filesystem::path const&)> const& check)
{
    if (auto const checked = check_outputs({choice.out}, {choice.folder, choice.key}); !checked)
        return fail(checked.error());
    if (check(choice.folder) != 0)
        return fail({choice.folder.string(), "has errors, and is not packed", "mend what is said above"});
    updates::Manifest about;
    auto const valid_until = calendar_day(choice.valid_until);
    if (!valid_until)
        return fail({"--valid-until", "'" + choice.valid_until + "' is no day", "write it as 2027-12-31"});
    auto const program = updates::program_version(choice.program);
    if (!program) return fail({"--program", "'" + choice.program + "' is no version", program.error().advice});
    about.valid_until = *valid_until;
    about.program = program.value();
    about.content = choice.number;
    about.epoch = choice.epoch;
    if (auto const fault = fault_of(about); fault) return fail(*fault);
    about.version = content::read_content(choice.folder).content.version;
    if (is_signed_with(choice.out, choice.number))
        return fail({choice.out.string(), "is there already, with this number, and somebody has signed it",
                     "give the new one another --version-number and another name"});
    auto const written = updates::write_archive(choice.folder, about, choice.out);
    if (!written) return fail(written.error());
    print(Channel::output, "{}: content number {} (its version: {}), {} files; nobody has signed it yet\n",
          choice.out.string(), choice.number, about.version, written.value().files.size());
    if (choice.key.empty()) return 0;
    auto const key = read_secret(choice.key);
    if (!key) return fail(key.error());
    auto const signers = updates::sign_file(choice.out, key.value(), updates::Signing::anew);
    if (!signers) return fail(signers.error());
    print(Channel::output, "{}: signed\n", choice.out.string());
    return 0;
}

} // namespace

Command archive_commands(command_line::Command& app, std::function<int(std::filesystem::path const&)> check)
{
    auto choice = std::make_shared<ArchiveChoice>();
    auto packing = app.command("pack", "Makes one file for a stick of a content folder without errors");
    packing.option("folder", choice->folder, "the content folder").required();
    packing.option("--version-number", choice->number, "higher than that of every pack before")
        .whole_number({1, updates::kHighestNumber})
        .required();
    packing.option("--valid-until", choice->valid_until, "its last day, as 2027-12-31").required();
    packing.option("--out", choice->out, "the file, NAME.kioskpack").required();
    packing.option("--program", choice->program, "the least version of the kiosk that shows it");
    packing.option("--epoch", choice->epoch, "the list of keys it is for").whole_number({1, updates::kHighestNumber});
    packing.option("--key", choice->key, "signs it at once; else see sign");
    return [=]() -> std::optional<int> {
        if (packing.given()) return make_archive(*choice, check);
        return std::nullopt;
    };
}

} // namespace kiosk::tools
