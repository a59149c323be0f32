#include "lock/pin_file.h"
#include "files/file_writer.h"
#include "files/files.h"
#include "files/lines.h"
#include "files/preallocated_file.h"
#include "store/data_folder.h"
#include "system/log.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <optional>

namespace kiosk::lock {

namespace {

constexpr std::string_view kMark = "kiosk-pin 2";
constexpr std::string_view kMarkVersion1 = "kiosk-pin 1";
constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();

std::filesystem::path path_in(std::filesystem::path const& folder) { return folder / "pin"; }

struct Parsed {
    PinFile file;
    bool before = false; // version 1
};

// Nothing where the text is damaged or cut short. What follows the end fills a block of the disk.
std::optional<Parsed> parse(std::string_view text)
{
    LineParser lines(text);
    Parsed parsed;
    auto& file = parsed.file;
    parsed.before = lines.next_is(kMarkVersion1);
    lines.expect_line(parsed.before ? kMarkVersion1 : kMark);
    file.hash = lines.expect("hash");
    if (!parsed.before) file.stands_over = lines.expect("stands-over");
    auto const wrong = lines.number(lines.expect("wrong"), 0, kHighest);
    file.wrong = static_cast<int>(std::min<std::int64_t>(wrong, kShutForGood));
    file.serial = lines.number(lines.expect("serial"), 0, kHighest);
    file.shut_in = lines.expect("shut");
    lines.expect_line("end");
    return lines.ok() ? std::optional(std::move(parsed)) : std::nullopt;
}

PinFileRead read_before(PinFile file, std::filesystem::path const& path, std::string const& configured)
{
    file.stands_over = digest_of(configured);
    if (file.hash == configured || file.hash.empty()) {
        file.hash.clear();
        return {std::move(file), PinFileChange::unchanged, ""};
    }
    if (file.serial > 0)
        return {std::move(file), PinFileChange::unchanged,
                path.string() + ": the PIN that was set at the kiosk stands over the configuration's (write another "
                                "pin_hash where it should not)"};
    file.hash.clear();
    return {std::move(file), PinFileChange::replaced,
            path.string() + ": holds another PIN than the configuration; the configuration's holds, if there is one "
                            "(set yours again in staff mode)"};
}

} // namespace

std::string digest_of(std::string const& configured_hash)
{
    return configured_hash.empty() ? std::string() : sha256(configured_hash);
}

PinFileRead read_pin_file(std::filesystem::path const& folder, std::string const& configured_hash)
{
    auto const path = path_in(folder);
    auto const digest = digest_of(configured_hash);
    PinFile fresh;
    fresh.stands_over = digest;
    std::error_code code;
    if (!std::filesystem::exists(path, code) && !code) return {std::move(fresh), PinFileChange::unchanged, ""};
    auto const bytes = read_file(path);
    auto parsed = parse(bytes ? bytes.value() : std::string());
    if (!parsed) {
        fresh.wrong = kShutAfter - kOpensAgainFor;
        return {std::move(fresh), PinFileChange::unchanged,
                path.string() + ": cannot be understood; the PIN of the configuration stands in, if there is one (set "
                                "a new one in staff mode)"};
    }
    if (parsed->before) return read_before(std::move(parsed->file), path, configured_hash);
    if (configured_hash.empty() || parsed->file.stands_over == digest)
        return {std::move(parsed->file), PinFileChange::unchanged, ""};
    parsed->file.stands_over = digest;
    auto const remark = parsed->file.hash.empty()
                            ? std::string()
                            : path.string() + ": the configuration has a new PIN, which holds from now on; the one set "
                                              "at the kiosk is forgotten (set it again in staff mode where it should "
                                              "stand over that)";
    parsed->file.hash.clear();
    return {std::move(parsed->file), PinFileChange::replaced, remark};
}

Result<> write_pin_file(std::filesystem::path const& folder, PinFile const& file)
{
    KIOSK_TRY(make_folder(folder));
    return write_preallocated_file(
        path_in(folder), fmt::format("{}\nhash {}\nstands-over {}\nwrong {}\nserial {}\nshut {}\nend\n", kMark,
                                     file.hash, file.stands_over, file.wrong, file.serial, file.shut_in));
}

PinFileSpace reserve_space(std::filesystem::path const& folder, PinFile const& file)
{
    std::error_code ignored;
    auto const path = path_in(folder);
    Result<> made = success();
    if (std::filesystem::exists(path, ignored))
        made = restore_spare(path);
    else if (std::filesystem::exists(folder / store::kDataMarker, ignored))
        made = write_pin_file(folder, file);
    else
        return PinFileSpace::not_known;
    if (made) return PinFileSpace::there;
    log(LogLevel::warning,
        fmt::format("{}; wrong PINs cannot be written down, and each is waited for", made.error().line()));
    return PinFileSpace::none;
}

bool has_pin(std::filesystem::path const& folder, std::string const& configured_hash)
{
    return !configured_hash.empty() || !read_pin_file(folder, configured_hash).file.hash.empty();
}

} // namespace kiosk::lock
