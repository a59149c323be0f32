#include "updates/archive_writing.h"
#include "base/utf8.h"
#include "content/keys/folded.h"
#include "files/file_writer.h"
#include "files/files.h"
#include "updates/limits.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace kiosk::updates {

namespace {

// A name that an archive can hold: "plage-de-nice.png" for "Plage de Nice.PNG".
std::string archive_name(std::string const& name)
{
    std::string made;
    for (auto const point : code_points(name)) {
        if (point >= 0x80) {
            std::string letter;
            append_utf8(letter, point);
            auto const plain = content::folded(letter); // é is an e
            made += plain.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos ? plain : "-";
            continue;
        }
        auto const letter = small_letter(static_cast<char>(point));
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.')
            made += letter;
        else if (!made.empty() && !made.ends_with('-'))
            made += '-';
    }
    while (made.ends_with('-')) made.pop_back();
    return made;
}

// "fr.toml" for "fr (1).toml" and "fr - Kopie.toml", if that file exists; else "".
std::string first_of_copies(std::filesystem::path const& path)
{
    auto const stem = path.stem().string();
    auto const first = stem.substr(0, std::min(stem.find(" ("), stem.find(" - "))) + path.extension().string();
    std::error_code unknown;
    bool const copy = first != path.filename().string();
    return copy && std::filesystem::is_regular_file(path.parent_path() / first, unknown) ? first : std::string();
}

// What is wrong with the name of a file, and how to name it.
Error fault_of_name(std::filesystem::path const& path)
{
    constexpr std::array<std::string_view, 9> kPictures{".jpg", ".jpeg", ".heic", ".webp", ".gif",
                                                        ".bmp", ".tif",  ".tiff", ".svg"};
    auto const name = path.filename().string();
    if (name.starts_with("~$"))
        return Error{path.string(), fmt::format("is there while Word has '{}' open", name.substr(2)),
                     "close it in Word; where the file stays, delete it"};
    auto const ending = std::filesystem::path(archive_name(path.extension().string())).string();
    auto stem = path.stem();
    bool const picture = std::find(kPictures.begin(), kPictures.end(), ending) != kPictures.end();
    if (picture)
        return Error{path.string(), "is no PNG picture, and the kiosk shows no other",
                     fmt::format("open it in Paint, choose Save as, PNG picture, name it {}.png, and take this one out",
                                 archive_name(stem.string()))};
    if (ending == ".png") {
        while (std::find(kPictures.begin(), kPictures.end(), archive_name(stem.extension().string())) !=
                   kPictures.end() ||
               archive_name(stem.extension().string()) == ".png")
            stem = stem.stem();
        auto const better = archive_name(stem.string()) + ".png";
        if (better != name && better != ".png")
            return Error{path.string(), "has a name that a pack cannot hold", fmt::format("call it {}", better)};
    }
    if (auto const first = first_of_copies(path); !first.empty())
        return Error{path.string(), fmt::format("is a second copy of {}", first),
                     "take the older one out of the folder, and call the newer one " + first};
    return Error{
        path.string(), "has a name that a pack cannot hold",
        fmt::format("take it out of the folder, or where it is shown name it in lower-case letters, digits, - and "
                    "_, with .toml or .png, {} folders deep at most",
                    kDeepest - 1)};
}

Result<ArchivedFile> packed(std::filesystem::path const& folder, std::filesystem::path const& path)
{
    ArchivedFile file;
    file.path = path.lexically_relative(folder).generic_string();
    std::error_code code;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, code)))
        return Error{path.string(), "is no plain file", "take links and the like out of the content folder"};
    if (!is_safe_path(file.path)) return fault_of_name(path);
    auto const hashed = hash_file(path);
    if (!hashed) return hashed.error();
    file.bytes = hashed.value().bytes;
    file.sha256 = hashed.value().sha256;
    if (file.bytes > (path.extension() == ".png" ? kMostPictureBytes : kMostTextBytes))
        return Error{path.string(), fmt::format("has {} KB", (file.bytes + 1023) / 1024),
                     fmt::format("make it smaller: {} KB at most",
                                 (path.extension() == ".png" ? kMostPictureBytes : kMostTextBytes) / 1024)};
    return file;
}

// A Problem where the files are too many or too large together.
std::optional<Problem> size_problem(std::filesystem::path const& folder, std::vector<ArchivedFile> const& files)
{
    if (files.size() > kMostFiles)
        return Problem{Severity::error,
                       {folder.string()},
                       fmt::format("has {} files, and a pack holds {}", files.size(), kMostFiles),
                       "take out what is not shown"};
    std::uint64_t bytes = 0;
    for (auto const& file : files) bytes += file.bytes;
    if (bytes > kMostArchiveBytes)
        return Problem{Severity::error,
                       {folder.string()},
                       fmt::format("has {} MB, and a pack holds {}", bytes >> 20U, kMostArchiveBytes >> 20U),
                       "make its pictures smaller"};
    return std::nullopt;
}

} // namespace

// What operating systems add to folders: hidden files ("._x", ".DS_Store"), thumbnails, settings of a folder.
bool is_system_file(std::filesystem::path const& path)
{
    auto const name = path.filename().string();
    return name.starts_with('.') || name == "Thumbs.db" || name == "desktop.ini";
}

ContentListing list_content(std::filesystem::path const& folder)
{
    ContentListing listing;
    std::error_code code;
    for (std::filesystem::recursive_directory_iterator entry(folder, code), end; !code && entry != end;
         entry.increment(code)) {
        std::error_code ignored;
        if (is_system_file(entry->path())) {
            if (entry->is_directory(ignored)) entry.disable_recursion_pending();
            continue;
        }
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
            auto const name = entry->path().filename().string();
            if (is_safe_path(name + "/x.toml")) continue;
            listing.faults.push_back({Severity::error,
                                      {entry->path().string()},
                                      "has a name that a pack cannot hold",
                                      fmt::format("take this folder away, or call it {}", archive_name(name))});
            entry.disable_recursion_pending();
            continue;
        }
        auto file = packed(folder, entry->path());
        if (file)
            listing.files.push_back(file.take());
        else
            listing.faults.push_back(
                {Severity::error, {file.error().where}, file.error().message, file.error().advice});
    }
    if (auto fault = size_problem(folder, listing.files)) listing.faults.push_back(std::move(*fault));
    std::sort(listing.files.begin(), listing.files.end(),
              [](auto const& one, auto const& other) { return one.path < other.path; });
    return listing;
}

Result<Manifest> write_archive(std::filesystem::path const& folder, Manifest about, std::filesystem::path const& out)
{
    auto listing = list_content(folder);
    if (!listing.faults.empty()) {
        auto const& first = listing.faults.front();
        return Error{first.place.file, first.message, first.suggestion};
    }
    about.files = std::move(listing.files);
    auto const body = manifest_text(about);
    // The kiosk's own reader must accept what is written.
    if (auto const read = read_manifest(body, out.string()); !read) return error_for_office(read.error());
    auto writer = FileWriter::create(out);
    if (!writer) return writer.error();
    SignedHeader header;
    header.text_bytes = body.size();
    KIOSK_TRY(writer.value().append(header_text(header)));
    KIOSK_TRY(writer.value().append(body));
    for (auto const& file : about.files) {
        auto const bytes = read_file(folder / file.path);
        if (!bytes) return bytes.error();
        if (sha256(bytes.value()) != file.sha256)
            return Error{(folder / file.path).string(), "changed while it was packed", "pack once more"};
        KIOSK_TRY(writer.value().append(bytes.value()));
    }
    if (auto const closed = writer.value().close(); !closed) return closed.error();
    return about;
}

} // namespace kiosk::updates
