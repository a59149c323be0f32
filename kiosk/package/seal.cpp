#include "package/seal.h"
#include "crypto/age.h"
#include "files/file_writer.h"
#include "files/files.h"
#include "files/readable_file.h"
#include "package/package.h"
#include "package/tar.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sys/stat.h>
#include <vector>

namespace kiosk::package {

namespace {

constexpr std::uint64_t kLargest = 4ULL << 30U; // file that is taken out of a sealed one, [bytes]

Error refused(std::filesystem::path const& file, std::string message, std::string advice)
{
    return {file.string(), std::move(message), std::move(advice)};
}

// What is told without a place is told of this file.
Error of_file(std::filesystem::path const& file, Error error)
{
    if (error.where.empty()) error.where = file.string();
    return error;
}

std::string name_without_ending(std::filesystem::path const& file)
{
    auto name = file.filename().string();
    if (!is_sealed(file)) return file.stem().string();
    name.resize(name.size() - kSealedEnding.size());
    return name;
}

std::int64_t modified(std::filesystem::path const& path)
{
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? about.st_mtim.tv_sec : 0;
}

Result<> add_file(crypto::AgeSealer& sealer, std::filesystem::path const& path, std::string const& folder)
{
    std::error_code code;
    auto const size = std::filesystem::file_size(path, code);
    std::ifstream stream(path, std::ios::binary);
    if (code || !stream) return refused(path, "cannot be read", "check the disk");
    KIOSK_TRY(sealer.add(tar_header({TarEntry::Kind::file, folder + path.filename().string(), size, modified(path)})));
    std::string buffer(crypto::kAgePiece, '\0');
    for (auto left = size; left > 0;) {
        stream.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uintmax_t>(left, buffer.size())));
        if (stream.gcount() <= 0) return refused(path, "became shorter while it was read", "check the disk");
        KIOSK_TRY(sealer.add({buffer.data(), static_cast<std::size_t>(stream.gcount())}));
        left -= static_cast<std::uintmax_t>(stream.gcount());
    }
    return sealer.add(tar_padding(size));
}

// A package's files and the name of its folder are short: they fit into the headers.
Result<> add_package(crypto::AgeSealer& sealer, std::filesystem::path const& folder, std::string const& name)
{
    auto const inside = name + "/";
    KIOSK_TRY(sealer.add(tar_header({TarEntry::Kind::folder, inside, 0, modified(folder)})));
    for (auto const& path : list_folder(folder)) KIOSK_TRY(add_file(sealer, path, inside));
    KIOSK_TRY(sealer.add(tar_end()));
    return sealer.end();
}

struct Sealing {
    std::filesystem::path folder, file, part;
    crypto::CurveBytes recipient;
};

Result<FileDigest> write_sealed(Sealing const& sealing)
{
    auto file = FileWriter::create(sealing.part, Replace::leftover);
    if (!file) return file.error();
    crypto::AgeSealer sealer([&](std::string_view bytes) { return file.value().append(bytes); });
    KIOSK_TRY(sealer.begin(sealing.recipient));
    KIOSK_TRY(add_package(sealer, sealing.folder, name_without_ending(sealing.file)));
    return file.value().close();
}

bool is_package_file(std::string_view name)
{
    auto const tables = package_tables();
    return name == kDescriptionFile || name == store::kSignatureFile || name == kWorkbookFile || name == kReadmeFile ||
           std::any_of(tables.begin(), tables.end(), [&](auto const* form) { return name == form->file; });
}

// The names between the slashes; "." is nowhere else.
std::vector<std::string_view> parts_of(std::string_view path)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= path.size();) {
        auto const end = std::min(path.find('/', at), path.size());
        if (auto const part = path.substr(at, end - at); part != ".") parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

// The files of one folder in an archive, into a folder of ours. Whatever the archive calls its folder, nothing of a
// path is used but a name that files of packages have.
class Unpacker {
public:
    explicit Unpacker(std::filesystem::path folder)
        : folder_(std::move(folder)),
          reader_({[this](TarEntry const& entry) { return begin(entry); },
                   [this](std::string_view bytes) { return file_->append(bytes); }, [this] { return end_file(); }})
    {
    }
    Unpacker(Unpacker const&) = delete;
    Unpacker& operator=(Unpacker const&) = delete;

    Result<> take(std::string_view bytes) { return reader_.take(bytes); }
    bool complete() const { return !file_ && reader_.complete(); }

private:
    Result<> begin(TarEntry const& entry)
    {
        auto parts = parts_of(entry.path);
        bool const is_folder = entry.kind == TarEntry::Kind::folder;
        if (is_folder && !parts.empty() && parts.back().empty()) parts.pop_back(); // the slash at its end
        bool const leaves =
            std::any_of(parts.begin(), parts.end(), [](auto part) { return part.empty() || part == ".."; });
        if (leaves || parts.size() > 2)
            return Error{"", "holds a path that leads out of the package's folder", "have it exported again"};
        auto const inside = parts.size() == 2 ? std::string(parts.front()) : std::string();
        if (is_folder) return is_own(parts.size() == 1 ? std::string(parts.front()) : inside, parts.size() < 2);
        KIOSK_TRY(is_own(inside, !parts.empty() && is_package_file(parts.back()) && entry.bytes <= kLargest));
        auto file = FileWriter::create(folder_ / parts.back(), Replace::never, FolderLink::refused);
        if (!file) return file.error();
        file_.emplace(file.take());
        return success();
    }
    // Of the one folder, and something that a package has.
    Result<> is_own(std::string const& inside, bool belongs)
    {
        if (!inside_) inside_ = inside;
        if (belongs && *inside_ == inside) return success();
        return Error{"", "holds something that is no part of a package", "export it again"};
    }
    Result<> end_file()
    {
        auto const written = file_->close();
        file_.reset();
        return written ? success() : Result<>(written.error());
    }

    std::filesystem::path folder_;
    std::optional<std::string> inside_; // the archive's own folder; "" for none
    std::optional<FileWriter> file_;
    TarReader reader_;
};

Result<> unpack(std::filesystem::path const& file, std::filesystem::path const& folder,
                crypto::CurveBytes const& identity)
{
    KIOSK_TRY(make_new_folder(folder));
    std::ifstream stream(file, std::ios::binary);
    Unpacker unpacker(folder);
    auto const take = [&](std::string_view piece) { return unpacker.take(piece); };
    if (auto const opened = crypto::open_age(stream, identity, take); !opened) return of_file(file, opened.error());
    std::error_code code;
    if (!unpacker.complete() || !std::filesystem::exists(folder / kDescriptionFile, code))
        return refused(file, "does not hold all of a package", "export it again");
    auto const package = Package::open(folder);
    return package ? sync_folder(folder) : Result<>(package.error());
}

} // namespace

bool is_sealed(std::filesystem::path const& file)
{
    auto const name = file.filename().string();
    return name.size() > kSealedEnding.size() && name.ends_with(kSealedEnding);
}

Result<> seal(std::filesystem::path const& folder, std::filesystem::path const& file, std::string const& recipient)
{
    auto const point = crypto::read_recipient(recipient);
    if (!point) return refused(file, "cannot be sealed: public_key " + point.error().message, point.error().advice);
    auto part = file;
    part += ".part";
    auto const done = [&]() -> Result<> {
        auto const written = write_sealed({folder, file, part, point.value()});
        if (!written) return of_file(file, written.error());
        auto const found = hash_file(part, ReadFrom::device);
        if (!found) return found.error();
        if (found.value().sha256 != written.value().sha256)
            return refused(file, "reads back differently from what was written", "use another stick");
        KIOSK_TRY(rename_no_replace(part, file));
        (void)sync_folder(file.parent_path()); // named and whole: no reason to fail
        return success();
    }();
    std::error_code ignored;
    if (!done) std::filesystem::remove(part, ignored);
    return done;
}

Result<std::filesystem::path> open_sealed(std::filesystem::path const& file, std::filesystem::path const& out,
                                          std::string const& identity)
{
    auto const scalar = crypto::read_identity(identity);
    if (!scalar) return refused(file, "cannot be opened: the key " + scalar.error().message, scalar.error().advice);
    std::error_code code;
    if (!std::filesystem::exists(file, code)) return refused(file, "is not there", "check the path");
    // Whatever is no file is told before it is waited on.
    if (auto const readable = ReadableFile::open(file); !readable) return readable.error();
    auto const folder = out / name_without_ending(file);
    if (std::filesystem::symlink_status(folder, code).type() != std::filesystem::file_type::not_found)
        return Error{folder.string(), "is there already", "move it away, or give --out another folder"};
    KIOSK_TRY(make_folder(out));
    auto part = folder;
    part += ".part";
    std::filesystem::remove_all(part, code);
    auto opened = unpack(file, part, scalar.value());
    if (opened) {
        opened = rename_no_replace(part, folder);
    }
    if (!opened) {
        std::filesystem::remove_all(part, code);
        return opened.error();
    }
    return folder;
}

} // namespace kiosk::package
