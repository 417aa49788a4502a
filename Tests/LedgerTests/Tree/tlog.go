// Another implementation of notes and trees, for what ours makes: golang.org/x/mod/sumdb (Debian: golang-golang-x-mod-dev).
//
//	tlog tree N                    roots, inclusion and consistency proofs over the records "0".."N-1"
//	tlog head CHECKPOINT KEYS LINES  a signed head over the first lines
//	tlog proof PROOF KEYS          a tlog-proof
//	tlog sign NAME                 a new key's line, and a note signed with it
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func check(err error) { must(0, err) }

type hashes []tlog.Hash

func (all hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, 0, len(indexes))
	for _, index := range indexes {
		found = append(found, all[index])
	}
	return found, nil
}

func stored(records [][]byte) hashes {
	var all hashes
	for n, record := range records {
		all = append(all, must(tlog.StoredHashes(int64(n), record, all))...)
	}
	return all
}

func hex(path []tlog.Hash) string {
	var text []string
	for _, hash := range path {
		text = append(text, fmt.Sprintf("%x", hash[:]))
	}
	return strings.Join(text, " ")
}

func tree(count int64) {
	var records [][]byte
	for n := int64(0); n < count; n++ {
		records = append(records, []byte(strconv.FormatInt(n, 10)))
	}
	all := stored(records)
	for size := int64(1); size <= count; size++ {
		root := must(tlog.TreeHash(size, all))
		fmt.Printf("root %d %x\n", size, root[:])
		for index := int64(0); index < size; index++ {
			fmt.Printf("record %d %d %s\n", index, size, hex(must(tlog.ProveRecord(size, index, all))))
		}
		for old := int64(1); old < size; old++ {
			fmt.Printf("tree %d %d %s\n", old, size, hex(must(tlog.ProveTree(size, old, all))))
		}
	}
}

// open gives the text of a note that one of the keys signed.
func open(message []byte, keys string) string {
	var verifiers []note.Verifier
	for _, line := range strings.Fields(string(must(os.ReadFile(keys)))) {
		verifiers = append(verifiers, must(note.NewVerifier(line)))
	}
	return must(note.Open(message, note.VerifierList(verifiers...))).Text
}

func checkpoint(text string) (int64, tlog.Hash) {
	lines := strings.Split(text, "\n")
	size := must(strconv.ParseInt(lines[1], 10, 64))
	return size, must(tlog.ParseHash(lines[2]))
}

func main() {
	switch arguments := os.Args[2:]; os.Args[1] {
	case "tree":
		tree(must(strconv.ParseInt(arguments[0], 10, 64)))
	case "head":
		size, root := checkpoint(open(must(os.ReadFile(arguments[0])), arguments[1]))
		records := bytes.Split(bytes.TrimSuffix(must(os.ReadFile(arguments[2])), []byte("\n")), []byte("\n"))
		if must(tlog.TreeHash(size, stored(records[:size]))) != root {
			check(fmt.Errorf("another root"))
		}
		fmt.Println("ok", size)
	case "proof":
		head, message, _ := strings.Cut(string(must(os.ReadFile(arguments[0]))), "\n\n")
		lines := strings.Split(head, "\n")
		if lines[0] != "c2sp.org/tlog-proof@v1" {
			check(fmt.Errorf("no proof"))
		}
		record := must(base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra ")))
		index := must(strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64))
		var path tlog.RecordProof
		for _, line := range lines[3:] {
			path = append(path, must(tlog.ParseHash(line)))
		}
		size, root := checkpoint(open([]byte(message), arguments[1]))
		check(tlog.CheckRecord(path, size, root, index, tlog.RecordHash(record)))
		fmt.Println("ok", index, size)
	case "sign":
		secret, public, err := note.GenerateKey(rand.Reader, arguments[0])
		check(err)
		signer := must(note.NewSigner(secret))
		fmt.Println(public)
		fmt.Print(string(must(note.Sign(&note.Note{Text: arguments[0] + "\n12\nAAAA\n"}, signer))))
	}
}
