#include "updates/archive_source.h"
#include "files/new_file.h"
#include "updates/limits.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <optional>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kiosk::updates {

namespace {

constexpr std::size_t kLongestShown = 60; // [bytes]
constexpr int kMostEntries = 10'000;      // of a stick's root that are read

class FileSource final : public ArchiveSource {
public:
    FileSource(FileDescriptor file, std::string shown, std::uint64_t size)
        : file_(std::move(file)),
          shown_(std::move(shown)),
          size_(size)
    {
    }
    std::string const& shown() const override { return shown_; }
    std::uint64_t size() const override { return size_; }
    Result<std::string> read(std::size_t most) override
    {
        std::string bytes(most, '\0');
        for (;;) {
            auto const count = ::read(file_.number(), bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return Error{shown_, std::strerror(errno), "put the stick in again"};
            bytes.resize(static_cast<std::size_t>(count));
            return bytes;
        }
    }

private:
    FileDescriptor file_;
    std::string shown_;
    std::uint64_t size_;
};

FileDescriptor open_folder(std::filesystem::path const& folder)
{
    return FileDescriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

// O_NONBLOCK, so that opening a FIFO does not block.
FileDescriptor open_beneath(FileDescriptor const& folder, std::string const& name)
{
    open_how how{};
    how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    return FileDescriptor(static_cast<int>(::syscall(SYS_openat2, folder.number(), name.c_str(), &how, sizeof how)));
}

// [bytes]; nothing if it is no regular file.
std::optional<std::uint64_t> regular_size(FileDescriptor const& file)
{
    struct stat about {};
    if (file.number() < 0 || ::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(about.st_size);
}

std::vector<std::string> names_in(std::filesystem::path const& folder)
{
    std::vector<std::string> names;
    auto* listing = ::opendir(folder.c_str());
    if (!listing) return names;
    int seen = 0;
    for (auto const* entry = ::readdir(listing); entry && seen < kMostEntries; entry = ::readdir(listing), ++seen) {
        std::string_view const name(entry->d_name);
        // macOS adds "._x" beside a copied file "x".
        if (!name.starts_with('.') && (name.ends_with(kArchiveExtension) || name.ends_with(kKeyListExtension)))
            names.emplace_back(name);
    }
    ::closedir(listing);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

std::string shown_name(std::string_view name)
{
    std::string shown;
    for (char const letter : name.substr(0, kLongestShown)) {
        bool const plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.' ||
                           letter == ' ';
        shown += plain ? letter : '?';
    }
    return shown;
}

Found find_candidates(std::vector<std::filesystem::path> const& folders)
{
    Found found;
    for (auto const& folder : folders) {
        auto const root = open_folder(folder);
        if (root.number() < 0) continue;
        for (auto& name : names_in(folder)) {
            auto const size = regular_size(open_beneath(root, name));
            if (!size || found.candidates.size() == kMostCandidates) {
                ++found.left_out;
                continue;
            }
            auto const kind = name.ends_with(kArchiveExtension) ? SignedKind::content : SignedKind::keys;
            auto shown = shown_name(name);
            found.candidates.push_back({folder, std::move(name), std::move(shown), kind, *size});
        }
    }
    return found;
}

Accepted<std::unique_ptr<ArchiveSource>> open_candidate(Candidate const& candidate)
{
    auto const root = open_folder(candidate.folder);
    if (root.number() < 0) return refuse(RefusalReason::stick_gone, candidate.shown);
    auto file = open_beneath(root, candidate.name);
    if (file.number() < 0) {
        bool const a_link = errno == ELOOP || errno == EXDEV;
        return refuse(a_link ? RefusalReason::not_an_archive : RefusalReason::stick_gone, candidate.shown,
                      std::strerror(errno));
    }
    auto const size = regular_size(file);
    if (!size) return refuse(RefusalReason::not_an_archive, candidate.shown, "no regular file");
    return std::unique_ptr<ArchiveSource>(std::make_unique<FileSource>(std::move(file), candidate.shown, *size));
}

} // namespace kiosk::updates
