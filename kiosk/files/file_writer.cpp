#include "files/file_writer.h"
#include "files/hexadecimal.h"
#include "files/new_file.h"
#include "files/readable_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>
#include <utility>

namespace kiosk {

namespace {

constexpr std::size_t kPiece = 256U << 10U; // [bytes]

Error write_error(std::filesystem::path const& path, std::string_view action, int code)
{
    auto const advice = [&]() -> std::string {
        switch (code) {
        case ENOSPC: return "it is full: free some space, or use another stick";
        case EROFS: return "it is read-only: use another stick, or move its lock";
        case EACCES:
        case EPERM: return "whoever runs this needs the right to write there";
        case EIO:
        case ENODEV:
        case ENXIO: return "the stick may have been taken out: put it in and try again";
        default: return "check the stick or the disk";
        }
    }();
    return {path.string(), fmt::format("cannot be {}: {}", action, std::strerror(code)), advice,
            kind_of_system_error(code)};
}

// SHA-256 by OpenSSL rather than by libsodium, which does without the processor's own instructions for it: ten years of
// a busy kiosk are 90 MB, hashed twice.
class Hash {
public:
    Hash() : context_(EVP_MD_CTX_new()) { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
    void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
    std::string text()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
        unsigned length = 0;
        EVP_DigestFinal_ex(context_.get(), hash.data(), &length);
        return hexadecimal({hash.data(), length});
    }

private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

Result<FileDigest> hash_all(ReadableFile& readable)
{
    FileDigest file{readable.path().filename().string(), 0, ""};
    Hash hash;
    std::string buffer(kPiece, '\0');
    for (;;) {
        auto const count = readable.read(buffer.data(), buffer.size());
        if (!count) return count.error();
        if (count.value() == 0) break;
        hash.add({buffer.data(), count.value()});
        file.bytes += count.value();
    }
    file.sha256 = hash.text();
    return file;
}

} // namespace

struct FileWriter::Parts {
    std::filesystem::path path;
    FileDescriptor descriptor;
    std::string buffer;
    Hash hash;
    std::uint64_t bytes = 0;
};

FileWriter::FileWriter(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FileWriter::FileWriter(FileWriter&&) noexcept = default;
FileWriter& FileWriter::operator=(FileWriter&&) noexcept = default;
FileWriter::~FileWriter() = default;

Result<FileWriter> FileWriter::create(std::filesystem::path const& path, Replace replace, FolderLink folder)
{
    auto file = make_file(path, replace, folder);
    if (!file) return file.error();
    std::unique_ptr<Parts> parts(new Parts{path, file.take(), {}, {}, 0});
    parts->buffer.reserve(kPiece);
    return FileWriter(std::move(parts));
}

Result<> FileWriter::append(std::string_view bytes)
{
    parts_->buffer += bytes;
    return parts_->buffer.size() < kPiece ? success() : write_out();
}

Result<> FileWriter::write_out()
{
    std::string_view const left = parts_->buffer;
    parts_->hash.add(left);
    parts_->bytes += left.size();
    KIOSK_TRY(write_all(parts_->descriptor, left, parts_->path));
    parts_->buffer.clear();
    return success();
}

Result<FileDigest> FileWriter::close()
{
    KIOSK_TRY(write_out());
    if (::fsync(parts_->descriptor.number()) != 0) return write_error(parts_->path, "written", errno);
    return FileDigest{parts_->path.filename().string(), parts_->bytes, parts_->hash.text()};
}

Result<FileDigest> hash_file(std::filesystem::path const& path, ReadFrom from)
{
    auto file = ReadableFile::open(path, Links::refused);
    if (!file) return file.error();
    // Only a hint: where it has no effect the bytes come from the page cache, which fsync has written out.
    if (from == ReadFrom::device) ::posix_fadvise(file.value().descriptor(), 0, 0, POSIX_FADV_DONTNEED);
    return hash_all(file.value());
}

Result<FileDigest> sync_and_hash_file(std::filesystem::path const& path)
{
    auto file = ReadableFile::open(path);
    if (!file) return file.error();
    if (::fsync(file.value().descriptor()) != 0) return write_error(path, "written", errno);
    return hash_all(file.value());
}

Result<> sync_folder(std::filesystem::path const& folder)
{
    FileDescriptor const descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.ok() && ::fsync(descriptor.number()) == 0) return success();
    // Some file systems of sticks cannot sync a folder, and say so with EINVAL.
    if (errno == EINVAL) return success();
    return write_error(folder, "written", errno);
}

std::string sha256(std::string_view bytes)
{
    Hash hash;
    hash.add(bytes);
    return hash.text();
}

} // namespace kiosk
