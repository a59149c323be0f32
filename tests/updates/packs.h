// Archives for tests: of real content in one language, or of arbitrary bytes, signed by keys of the test; and a stick
// in memory that can lie about its bytes, or be pulled out.
#pragma once
#include "support/temporary_folder.h"
#include "updates/updates.h"

#include <map>

namespace test {

using Files = std::map<std::string, std::string>; // path -> bytes

// The shipped content in English: twenty files, without a fault.
Files const& english_content();
// Three files of a line each: no content, but whole.
Files tiny_files();

kiosk::updates::SigningKey test_key(unsigned char number);
kiosk::updates::KeyList key_list(std::int64_t epoch, std::vector<unsigned char> const& numbers);

kiosk::updates::Manifest manifest_of(Files const& files, std::int64_t content = 1);
std::string joined(Files const& files);
// An archive with any text as its manifest, validly signed, and any bytes as its files.
std::string signed_archive(std::string const& manifest, std::string const& blobs, unsigned char key = 1);
std::string archive_of(Files const& files, std::int64_t content = 1, unsigned char key = 1);
// The same, signed by a second person, too.
std::string signed_by_two(std::string const& body, unsigned char one, unsigned char other);
std::string archive_of_two(Files const& files, std::int64_t content = 1, unsigned char one = 1,
                           unsigned char other = 2);

class MemoryStick final : public kiosk::updates::ArchiveSource {
public:
    explicit MemoryStick(std::string bytes) : claimed(bytes.size()), bytes_(std::move(bytes)) {}
    std::string const& shown() const override { return shown_; }
    std::uint64_t size() const override { return claimed; }
    kiosk::Result<std::string> read(std::size_t most) override;

    std::uint64_t claimed = 0;               // size, as the stick says
    std::size_t gone_at = std::string::npos; // taken out there
    std::size_t given = 0;                   // bytes that were read

private:
    std::string bytes_;
    std::string shown_ = "content.kioskpack";
};

// A kiosk's Shelf, and what staff do with it.
class Station {
public:
    explicit Station(kiosk::BeforeStep before = {});

    kiosk::updates::Accepted<kiosk::updates::Staged> stage(std::string bytes);
    // Staged and switched to; the test fails if either is refused.
    void install(std::int64_t content, Files const& files = english_content(), unsigned char key = 1);
    // Started, and shown for ten minutes.
    void confirm_trial();
    // The files, with their bytes, of the content that a start would show; empty for the content that came with the
    // kiosk.
    Files running() const;
    std::int64_t running_number() const;

    TemporaryFolder folder;
    kiosk::updates::StagingOptions options;
    kiosk::updates::KeyList keys = key_list(1, {1, 2});
    kiosk::BeforeStep before_step;
    std::shared_ptr<kiosk::updates::Shelf> shelf;
    // Begins anew from what is on the disk.
    void reopen();
};

// Whether a person can act on a Refusal: it says where, what is wrong and what to do.
void check_sentence(kiosk::updates::Refusal const& refusal);

} // namespace test
