#include "package/seal.h"
#include "base/bounds.h"
#include "crypto/age_keys.h"
#include "files/files.h"
#include "files/readable_file.h"
#include "files/written_file.h"
#include "package/package.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <optional>
#include <sodium.h>

namespace kiosk::package {

namespace {

// What a sealed file begins with; the number is that of its form.
constexpr std::string_view kMark = "kiosk figures, sealed, 1\n";
constexpr std::size_t kPiece = 64U << 10U; // of what is sealed, [bytes]
constexpr std::size_t kSealedPiece = kPiece + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kSealedKey = crypto_secretstream_xchacha20poly1305_KEYBYTES + crypto_box_SEALBYTES;
// The largest file that is taken out of a sealed one, [bytes].
constexpr std::int64_t kLargest = 4LL << 30U;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

bool ready() { return sodium_init() >= 0; }

Error refused(std::filesystem::path const& file, std::string message, std::string advice)
{
    return {file.string(), std::move(message), std::move(advice)};
}

// Pieces go in, sealed ones come out.
class Sealer {
public:
    Sealer(FileWriter& file, std::string const& public_key) : file_(file), public_key_(public_key) {}

    Result<> begin()
    {
        std::string key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
        std::string sealed_key(kSealedKey, '\0');
        std::string header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
        crypto_secretstream_xchacha20poly1305_keygen(bytes_of(key));
        crypto_box_seal(bytes_of(sealed_key), bytes_of(key), key.size(), bytes_of(std::string_view(public_key_)));
        crypto_secretstream_xchacha20poly1305_init_push(&state_, bytes_of(header), bytes_of(key));
        sodium_memzero(key.data(), key.size());
        KIOSK_TRY(file_.append(kMark));
        KIOSK_TRY(file_.append(sealed_key));
        return file_.append(header);
    }
    Result<> add(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const taken = bytes.substr(0, kPiece - piece_.size());
            piece_ += taken;
            bytes.remove_prefix(taken.size());
            if (piece_.size() == kPiece) KIOSK_TRY(push(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
        }
        return success();
    }
    // The last piece is marked as such, and is shorter than the others: a file cut short is seen to be.
    Result<> end() { return push(crypto_secretstream_xchacha20poly1305_TAG_FINAL); }

private:
    Result<> push(unsigned char tag)
    {
        std::string sealed(piece_.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
        crypto_secretstream_xchacha20poly1305_push(&state_, bytes_of(sealed), nullptr,
                                                   bytes_of(std::string_view(piece_)), piece_.size(), nullptr, 0, tag);
        piece_.clear();
        return file_.append(sealed);
    }

    FileWriter& file_;
    std::string const& public_key_;
    crypto_secretstream_xchacha20poly1305_state state_{};
    std::string piece_;
};

// "tallies.csv 1234\n" and then so many bytes.
Result<> add_file(Sealer& sealer, std::filesystem::path const& path)
{
    std::error_code code;
    auto const size = std::filesystem::file_size(path, code);
    std::ifstream stream(path, std::ios::binary);
    if (code || !stream) return refused(path, "cannot be read", "check the disk");
    KIOSK_TRY(sealer.add(fmt::format("{} {}\n", path.filename().string(), size)));
    std::string buffer(kPiece, '\0');
    for (auto left = size; left > 0;) {
        stream.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uintmax_t>(left, buffer.size())));
        if (stream.gcount() <= 0) return refused(path, "became shorter while it was read", "check the disk");
        KIOSK_TRY(sealer.add({buffer.data(), static_cast<std::size_t>(stream.gcount())}));
        left -= static_cast<std::uintmax_t>(stream.gcount());
    }
    return success();
}

Result<WrittenFile> write_sealed(std::filesystem::path const& folder, std::filesystem::path const& part,
                                 std::string const& public_key)
{
    auto file = FileWriter::create(part, Replace::leftover);
    if (!file) return file.error();
    Sealer sealer(file.value(), public_key);
    KIOSK_TRY(sealer.begin());
    for (auto const& path : list_folder(folder)) KIOSK_TRY(add_file(sealer, path));
    KIOSK_TRY(sealer.end());
    return file.value().close();
}

// Sealed pieces come in from a file, opened ones go to `take`.
class Opener {
public:
    Opener(std::filesystem::path file, std::string const& secret_key)
        : file_(std::move(file)),
          stream_(file_, std::ios::binary),
          secret_key_(secret_key)
    {
    }

    Result<> each_piece(std::function<Result<>(std::string_view)> const& take)
    {
        KIOSK_TRY(begin());
        std::string sealed(kSealedPiece, '\0');
        std::string piece(kPiece, '\0');
        for (;;) {
            stream_.read(sealed.data(), static_cast<std::streamsize>(sealed.size()));
            auto const count = static_cast<std::size_t>(stream_.gcount());
            if (count < crypto_secretstream_xchacha20poly1305_ABYTES) return cut_short();
            unsigned long long opened = 0;
            unsigned char tag = 0;
            if (crypto_secretstream_xchacha20poly1305_pull(&state_, bytes_of(piece), &opened, &tag,
                                                           bytes_of(std::string_view(sealed)), count, nullptr, 0) != 0)
                return refused(file_, "was changed, or is not whole", "copy it again from the stick");
            KIOSK_TRY(take({piece.data(), static_cast<std::size_t>(opened)}));
            if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) break;
        }
        if (stream_.peek() != std::ifstream::traits_type::eof())
            return refused(file_, "is longer than what was sealed", "copy it again from the stick");
        return success();
    }

private:
    Error cut_short() const { return refused(file_, "is cut short", "copy it again from the stick"); }

    Result<> begin()
    {
        std::string mark(kMark.size(), '\0');
        std::string sealed_key(kSealedKey, '\0');
        std::string header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
        for (auto* part : {&mark, &sealed_key, &header})
            stream_.read(part->data(), static_cast<std::streamsize>(part->size()));
        if (mark != kMark) return refused(file_, "is not a sealed package of this form", "give the file as exported");
        if (!stream_) return cut_short();
        std::array<unsigned char, crypto_box_PUBLICKEYBYTES> public_key{};
        crypto_scalarmult_base(public_key.data(), bytes_of(std::string_view(secret_key_)));
        std::string key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
        if (crypto_box_seal_open(bytes_of(key), bytes_of(std::string_view(sealed_key)), sealed_key.size(),
                                 public_key.data(), bytes_of(std::string_view(secret_key_))) != 0)
            return refused(file_, "was sealed for another key", "use the secret key of the public one in the kiosk");
        auto const begun = crypto_secretstream_xchacha20poly1305_init_pull(&state_, bytes_of(std::string_view(header)),
                                                                           bytes_of(std::string_view(key)));
        sodium_memzero(key.data(), key.size());
        if (begun != 0) return refused(file_, "was changed", "copy it again from the stick");
        return success();
    }

    std::filesystem::path file_;
    std::ifstream stream_;
    std::string const& secret_key_;
    crypto_secretstream_xchacha20poly1305_state state_{};
};

bool belongs_to_a_package(std::string const& name)
{
    auto const tables = package_tables();
    return name == kDescriptionFile || name == store::kSignatureFile || name == kWorkbookFile || name == kReadmeFile ||
           std::any_of(tables.begin(), tables.end(), [&](auto const* form) { return name == form->file; });
}

// Files out of the stream of pieces: a line with name and length, then the bytes.
class Unpacker {
public:
    explicit Unpacker(std::filesystem::path folder) : folder_(std::move(folder)) {}

    Result<> take(std::string_view bytes)
    {
        while (!bytes.empty()) {
            if (!file_) {
                auto const feed = bytes.find('\n');
                head_ += bytes.substr(0, feed);
                bytes.remove_prefix(std::min(bytes.size(), feed == std::string_view::npos ? feed : feed + 1));
                if (feed != std::string_view::npos) KIOSK_TRY(begin_file());
                if (head_.size() > kLongestHead) return Error{folder_.string(), "holds no package", "export it again"};
                continue;
            }
            auto const part = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
            KIOSK_TRY(file_->append(part));
            left_ -= part.size();
            bytes.remove_prefix(part.size());
            if (left_ == 0) KIOSK_TRY(end_file());
        }
        return success();
    }
    bool complete() const { return !file_ && head_.empty(); }

private:
    static constexpr std::size_t kLongestHead = 100;

    Result<> begin_file()
    {
        auto const space = head_.rfind(' ');
        auto const name = head_.substr(0, space);
        auto const size =
            space == std::string::npos ? std::nullopt : whole_number(head_.substr(space + 1), {0, kLargest});
        head_.clear();
        if (!belongs_to_a_package(name) || !size)
            return Error{folder_.string(), "holds something that is no part of a package", "export it again"};
        left_ = static_cast<std::uint64_t>(*size);
        auto file = FileWriter::create(folder_ / name, Replace::never, FolderLink::refused);
        if (!file) return file.error();
        file_.emplace(file.take());
        return left_ == 0 ? end_file() : success();
    }
    Result<> end_file()
    {
        auto const written = file_->close();
        file_.reset();
        return written ? success() : Result<>(written.error());
    }

    std::filesystem::path folder_;
    std::string head_;
    std::optional<FileWriter> file_;
    std::uint64_t left_ = 0;
};

Result<> unpack(std::filesystem::path const& file, std::filesystem::path const& folder, std::string const& secret_key)
{
    KIOSK_TRY(make_new_folder(folder));
    Unpacker unpacker(folder);
    KIOSK_TRY(Opener(file, secret_key).each_piece([&](std::string_view piece) { return unpacker.take(piece); }));
    if (!unpacker.complete()) return refused(file, "does not hold all of a package", "export it again");
    auto const package = Package::open(folder);
    return package ? sync_folder(folder) : Result<>(package.error());
}

} // namespace

Result<> seal(std::filesystem::path const& folder, std::filesystem::path const& file, std::string const& recipient)
{
    auto const point = crypto::read_recipient(recipient);
    if (!point) return refused(file, "cannot be sealed: the key " + point.error().message, point.error().advice);
    if (!ready()) return refused(file, "cannot be sealed on this machine", "try another one");
    std::string const public_key(point.value().begin(), point.value().end());
    auto part = file;
    part += ".part";
    auto const done = [&]() -> Result<> {
        auto const written = write_sealed(folder, part, public_key);
        if (!written) return written.error();
        auto const found = hash_file(part, ReadFrom::device);
        if (!found) return found.error();
        if (found.value().sha256 != written.value().sha256)
            return refused(file, "reads back differently from what was written", "use another stick");
        KIOSK_TRY(give_name(part, file));
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
    std::string const secret_key(scalar.value().begin(), scalar.value().end());
    std::error_code code;
    if (!std::filesystem::exists(file, code)) return refused(file, "is not there", "check the path");
    // Whatever is no file is told before it is waited on.
    if (auto const readable = ReadableFile::open(file); !readable) return readable.error();
    auto const folder = out / file.stem();
    if (std::filesystem::symlink_status(folder, code).type() != std::filesystem::file_type::not_found)
        return Error{folder.string(), "is there already", "move it away, or give --out another folder"};
    KIOSK_TRY(make_folder(out));
    auto part = folder;
    part += ".part";
    std::filesystem::remove_all(part, code);
    auto opened = unpack(file, part, secret_key);
    if (opened) {
        opened = give_name(part, folder);
    }
    if (!opened) {
        std::filesystem::remove_all(part, code);
        return opened.error();
    }
    return folder;
}

} // namespace kiosk::package
